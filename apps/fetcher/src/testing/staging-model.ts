import type { FileCounts } from '@gids/contracts';
import type { SourceRow, UnusableRow } from '../staging/read-record.js';

/** A row of a made-up file: usable in some version, unreadable with its BronID legible or not, or saying that the record is gone. */
export type MadeRow =
  | { readonly kind: 'good'; readonly id: string; readonly version: number }
  | { readonly kind: 'bad'; readonly id: string | undefined }
  | { readonly kind: 'gone'; readonly id: string };

/** What was last sent of a record, by BronID. */
export type SentRecords = Map<string, { version: number; vanished: boolean }>;

/** What a file must lead to. */
export interface Expectation {
  readonly counts: FileCounts;
  /** `outcome BronID`, sorted. */
  readonly staged: readonly string[];
}

/** @returns a made-up row as the differ gets it */
export function rowAt(line: number, row: MadeRow): SourceRow | UnusableRow {
  if (row.kind === 'good') return { kind: 'record', line, recordId: row.id, fields: { version: String(row.version) }, hash: `v${row.version}` };
  const gone = row.kind === 'gone';
  return { kind: 'unusable', line, recordId: row.id, gone, code: gone ? 'deregistered' : 'columnCount', field: '', value: '', message: `Regel ${line}: …` };
}

/** The rules in their plainest form, over maps: what the differ does with SQL and bits (R2, R14, R96, N37). Brings `sent` up to date. */
export function expectationOf(all: readonly MadeRow[], sent: SentRecords, full: boolean, erased: ReadonlySet<string>): Expectation {
  const rows = all.filter(({ id }) => id === undefined || !erased.has(id));
  for (const id of erased) sent.delete(id);
  const taken = new Map<string, number>();
  const rejected: string[] = [];
  for (const row of rows) {
    if (row.kind === 'good' && !taken.has(row.id)) taken.set(row.id, row.version);
    else rejected.push(`rejected ${row.id ?? ''}`);
  }
  const changes = [...taken].map(([id, version]) => `${changeOf(sent.get(id), version, full)} ${id}`);
  const named = new Set(rows.flatMap((row) => (row.kind === 'gone' || row.id === undefined ? [] : [row.id])));
  const vanished = [...sent].flatMap(([id, record]) => (record.vanished || named.has(id) ? [] : [`vanished ${id}`]));
  for (const [id, version] of taken) sent.set(id, { version, vanished: false });
  for (const entry of vanished) setVanished(sent, entry.slice('vanished '.length));
  const staged = [...changes.filter((entry) => !entry.startsWith('unchanged')), ...rejected, ...vanished].sort();
  const count = (outcome: string) => [...changes, ...rejected, ...vanished].filter((entry) => entry.startsWith(`${outcome} `)).length;
  const counts = {
    read: all.length,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged') + all.length - rows.length,
    vanished: count('vanished'),
    rejected: count('rejected'),
  };
  return { counts, staged };
}

function changeOf(before: { version: number; vanished: boolean } | undefined, version: number, full: boolean): 'added' | 'changed' | 'unchanged' {
  if (!before || before.vanished) return 'added';
  return before.version === version && !full ? 'unchanged' : 'changed';
}

function setVanished(sent: SentRecords, id: string): void {
  const record = sent.get(id);
  if (record) record.vanished = true;
}
