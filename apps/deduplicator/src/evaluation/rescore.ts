import type { FieldMarks, MatchFeatures } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { pairOf, type Judgement } from '../matching/pair.js';
import type { Verdict } from '../matching/reasons.js';
import type { Candidates } from '../state/match-keys.js';
import { storePairs, type PairRow, type TouchedPartners } from '../state/pairs.js';
import type { Statistics } from '../state/statistics.js';

/** Whether what is compared on the managed side must stay as it is until the end of the transaction. */
export type ManagedLock = 'locked' | 'free';

/** What a comparison goes by. */
export interface Comparing {
  readonly statistics: Statistics;
  readonly lock: ManagedLock;
  /** By imported organisation. */
  readonly candidates: ReadonlyMap<string, Candidates>;
}

interface ImportedRow {
  id: string;
  record: string;
  features: MatchFeatures;
}

interface ManagedRow {
  gids_id: string;
  copied: string | null;
  features: MatchFeatures;
}

interface VerdictRow extends Verdict {
  imported_id: string;
  gids_id: string;
  imported: FieldMarks;
  managed: FieldMarks;
}

/**
 * Compares imported organisations, whose rows the caller has locked, with every candidate, and stores the pairs.
 * @returns the partners whose pairs changed
 */
export async function rescore(sql: Sql, importedIds: readonly string[], { statistics, lock, candidates }: Comparing): Promise<TouchedPartners> {
  if (importedIds.length === 0) return new Set();
  const imported = await readImported(sql, importedIds);
  const managed = await readManaged(sql, [...new Set(importedIds.flatMap((id) => candidates.get(id)?.gidsIds ?? []))], lock);
  const judgements = await readJudgements(sql, importedIds);
  const pairs: PairRow[] = [];
  for (const one of imported) {
    for (const gidsId of candidates.get(one.id)?.gidsIds ?? []) {
      const other = managed.get(gidsId);
      const pair = other && comparePair(one, other, judgements.get(`${one.id} ${gidsId}`), statistics);
      if (pair) pairs.push({ importedId: one.id, gidsId, ...pair });
    }
  }
  return storePairs(sql, importedIds, pairs, statistics.version);
}

function comparePair(imported: ImportedRow, managed: ManagedRow, judgement: Judgement | undefined, { rarity }: Statistics) {
  return pairOf({ imported: imported.features, managed: managed.features, copied: managed.copied === imported.record, judgement }, rarity);
}

function readImported(sql: Sql, ids: readonly string[]): Promise<ImportedRow[]> {
  return sql.all(`SELECT id, source_id || ' ' || record_id AS record, features FROM imported_organisation WHERE id = ANY($1::bigint[]) AND present`, [ids]);
}

/** Rows are locked in the order of their key, after those of the imported side: that is the order everywhere. */
async function readManaged(sql: Sql, gidsIds: readonly string[], lock: ManagedLock): Promise<Map<string, ManagedRow>> {
  const rows = await sql.all<ManagedRow>(
    `SELECT gids_id, copied_source_id || ' ' || copied_record_id AS copied, features
     FROM managed_organisation WHERE gids_id = ANY($1::bigint[]) ORDER BY gids_id${lock === 'locked' ? ' FOR NO KEY UPDATE' : ''}`,
    [gidsIds],
  );
  return new Map(rows.map((row) => [row.gids_id, row]));
}

/** Few pairs are judged: only of those is read what is compared now. */
async function readJudgements(sql: Sql, ids: readonly string[]): Promise<Map<string, Judgement>> {
  const rows = await sql.all<VerdictRow>(
    `SELECT v.imported_id, v.gids_id, v.verdict, v.by, v.compared, i.marks AS imported, m.marks AS managed
     FROM verdict v JOIN imported_organisation i ON i.id = v.imported_id JOIN managed_organisation m ON m.gids_id = v.gids_id
     WHERE v.imported_id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ imported, managed, ...verdict }) => [`${verdict.imported_id} ${verdict.gids_id}`, { verdict, marks: { imported, managed } }]));
}
