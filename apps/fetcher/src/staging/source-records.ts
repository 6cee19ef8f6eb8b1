import type { Sql } from '@gids/persistence';
import type { StagedRow } from './staged-row.js';

/** How a row of the file relates to what was sent before. */
export interface Known {
  /** Absent where the source never had the record. */
  readonly ordinal: number | undefined;
  readonly same: boolean;
  readonly vanished: boolean;
}

/**
 * Compares rows with what was last sent, in one statement (PERFORMANCE §1c). Answers are in the order of the keys.
 * LATERAL with LIMIT looks each key up in the index: on a table that just grew, a join reads the whole source per batch.
 */
export async function compareRecords(sql: Sql, sourceId: string, keys: readonly string[], hashes: readonly (string | undefined)[]): Promise<Known[]> {
  const rows = await sql.all<{ ordinal: number | null; same: boolean | null; vanished: boolean | null }>(
    `SELECT r.ordinal, r.hash = k.hash AS same, r.vanished
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS k (record_id, hash, n)
     LEFT JOIN LATERAL (
       SELECT ordinal, hash, vanished FROM source_record WHERE source_id = $1 AND record_id = k.record_id LIMIT 1
     ) r ON true ORDER BY k.n`,
    [sourceId, keys, hashes],
  );
  return rows.map(({ ordinal, same, vanished }) => ({ ordinal: ordinal ?? undefined, same: same ?? false, vanished: vanished ?? false }));
}

/** Reads the records that a source has, page by page. */
export async function* presentRecords(sql: Sql, sourceId: string, pageSize: number): AsyncGenerator<{ recordId: string; ordinal: number }[]> {
  for (let after = 0; ; ) {
    const page = await sql.all<{ recordId: string; ordinal: number }>(
      `SELECT record_id AS "recordId", ordinal FROM source_record
       WHERE source_id = $1 AND ordinal > $2 AND NOT vanished ORDER BY ordinal LIMIT $3`,
      [sourceId, after, pageSize],
    );
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.ordinal;
  }
}

/** Remembers what is sent, in the transaction that sends it. Only a new record takes a new ordinal: they stay few and small. */
export async function rememberSent(sql: Sql, sourceId: string, runNumber: number, rows: readonly StagedRow[]): Promise<void> {
  const sent = rows.flatMap((row) => ('hash' in row && row.hash !== undefined ? [row] : []));
  if (sent.length > 0) {
    await sql.run(
      `INSERT INTO source_record AS stored (source_id, record_id, ordinal, hash, run_number, vanished)
       SELECT $1, record_id,
         coalesce((SELECT ordinal FROM source_record WHERE source_id = $1 AND record_id = incoming.record_id), nextval('source_record_ordinal_seq')),
         hash, $4, false
       FROM unnest($2::text[], $3::text[]) AS incoming (record_id, hash) ORDER BY record_id
       ON CONFLICT (source_id, record_id) DO UPDATE SET hash = excluded.hash, run_number = excluded.run_number, vanished = false`,
      [sourceId, sent.map((row) => row.recordId), sent.map((row) => row.hash), runNumber],
    );
  }
  const vanished = rows.filter((row) => row.outcome === 'vanished').map((row) => row.recordId);
  if (vanished.length > 0) {
    await sql.run('UPDATE source_record SET vanished = true, run_number = $3 WHERE source_id = $1 AND record_id = ANY($2::text[])', [sourceId, vanished, runNumber]);
  }
}

/** @returns how many records each source has now */
export async function countRecords(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.all<{ source_id: string; count: number }>(
    'SELECT source_id, count(*)::int AS count FROM source_record WHERE NOT vanished GROUP BY source_id',
  );
  return new Map(rows.map((row) => [row.source_id, row.count]));
}
