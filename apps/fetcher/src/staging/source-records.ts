import type { Sql } from '@gids/persistence';
import type { RecordDescription } from './describe-record.js';
import type { StagedRow } from './staged-row.js';

/** How a row of the file relates to what was sent before. */
export interface Known {
  /** Absent where the source never had the record. */
  readonly ordinal: number | undefined;
  readonly same: boolean;
  readonly vanished: boolean;
  /** By what was last sent of it, it could be shown. */
  readonly showable: boolean;
  /** Erased for good (N37). */
  readonly suppressed: boolean;
}

type SentRow = Extract<StagedRow, { hash: string }>;

/** A record that the source had, with what is known of it. */
export interface PresentRecord {
  readonly recordId: string;
  readonly ordinal: number;
  readonly about: RecordDescription;
}

/** As a record is that the source never had. */
export const unknownRecord: Known = { ordinal: undefined, same: false, vanished: false, showable: false, suppressed: false };

/**
 * Compares rows with what was last sent, in one statement (PERFORMANCE §1c). Answers are in the order of the keys.
 * LATERAL with LIMIT looks each key up in the index: on a table that just grew, a join reads the whole source per batch.
 */
export async function compareRecords(sql: Sql, sourceId: string, keys: readonly string[], hashes: readonly (string | undefined)[]): Promise<Known[]> {
  const rows = await sql.all<Omit<Known, 'ordinal'> & { ordinal: number | null }>(
    `SELECT r.ordinal, coalesce(r.hash = k.hash, false) AS same, coalesce(r.vanished, false) AS vanished,
       coalesce(r.showable, false) AS showable, coalesce(r.suppressed, false) AS suppressed
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS k (record_id, hash, n)
     LEFT JOIN LATERAL (
       SELECT ordinal, hash, vanished, showable, suppressed FROM source_record WHERE source_id = $1 AND record_id = k.record_id LIMIT 1
     ) r ON true ORDER BY k.n`,
    [sourceId, keys, hashes],
  );
  return rows.map(({ ordinal, ...known }) => ({ ordinal: ordinal ?? undefined, ...known }));
}

/** Reads the records that a source has, page by page. */
export async function* presentRecords(sql: Sql, sourceId: string, pageSize: number): AsyncGenerator<PresentRecord[]> {
  for (let after = 0; ; ) {
    const page = await sql.all<{ recordId: string; ordinal: number; name: string | null; matchHash: string | null; showable: boolean }>(
      `SELECT record_id AS "recordId", ordinal, name, match_hash AS "matchHash", showable FROM source_record
       WHERE source_id = $1 AND ordinal > $2 AND NOT vanished ORDER BY ordinal LIMIT $3`,
      [sourceId, after, pageSize],
    );
    const last = page.at(-1);
    if (!last) return;
    yield page.map(({ recordId, ordinal, name, matchHash, showable }) => ({
      recordId,
      ordinal,
      about: { name: name ?? undefined, matchHash: matchHash ?? undefined, showable },
    }));
    after = last.ordinal;
  }
}

/** Remembers what is sent, in the transaction that sends it. */
export async function rememberSent(sql: Sql, sourceId: string, runNumber: number, rows: readonly StagedRow[]): Promise<void> {
  const sent = rows.filter((row): row is SentRow => 'hash' in row);
  if (sent.length > 0) await rememberRecords(sql, sourceId, runNumber, sent);
  const vanished = rows.filter((row) => row.outcome === 'vanished').map((row) => row.recordId);
  if (vanished.length > 0) await rememberVanished(sql, sourceId, runNumber, vanished);
}

/** Only a new record takes a new ordinal: they stay few and small. Of one that was erased meanwhile nothing comes back (N37). */
async function rememberRecords(sql: Sql, sourceId: string, runNumber: number, sent: readonly SentRow[]): Promise<void> {
  await sql.run(
    `INSERT INTO source_record AS stored (source_id, record_id, ordinal, hash, run_number, vanished, name, match_hash, showable)
     SELECT $1, record_id,
       coalesce((SELECT ordinal FROM source_record WHERE source_id = $1 AND record_id = incoming.record_id), nextval('source_record_ordinal_seq')),
       hash, $2, false, name, match_hash, showable
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[]) AS incoming (record_id, hash, name, match_hash, showable)
     ORDER BY record_id
     ON CONFLICT (source_id, record_id) DO UPDATE SET hash = excluded.hash, run_number = excluded.run_number, vanished = false,
       name = excluded.name, match_hash = excluded.match_hash, showable = excluded.showable WHERE NOT stored.suppressed`,
    [
      sourceId,
      runNumber,
      sent.map((row) => row.recordId),
      sent.map((row) => row.hash),
      sent.map(({ about }) => about.name),
      sent.map(({ about }) => about.matchHash),
      sent.map(({ about }) => about.showable),
    ],
  );
}

/** What is gone needs no name any more. */
async function rememberVanished(sql: Sql, sourceId: string, runNumber: number, recordIds: readonly string[]): Promise<void> {
  await sql.run(
    `UPDATE source_record SET vanished = true, run_number = $3, name = NULL, match_hash = NULL, showable = false
     WHERE source_id = $1 AND record_id = ANY($2::text[])`,
    [sourceId, recordIds, runNumber],
  );
}

/** @returns how many records each source has now */
export async function countRecords(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.all<{ source_id: string; count: number }>(
    'SELECT source_id, count(*)::int AS count FROM source_record WHERE NOT vanished GROUP BY source_id',
  );
  return new Map(rows.map((row) => [row.source_id, row.count]));
}

/** @returns how many records a source has now */
export async function countPresent(sql: Sql, sourceId: string): Promise<number> {
  const [row] = await sql.all<{ count: number }>('SELECT count(*)::int AS count FROM source_record WHERE source_id = $1 AND NOT vanished', [sourceId]);
  return row?.count ?? 0;
}
