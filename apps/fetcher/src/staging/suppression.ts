import type { Sql } from '@gids/persistence';

/**
 * Forgets all that is known of a record but its bronID, so that its rows are known and passed over from now on (N37).
 * It does not count among the records that the source has. Also of one that never was seen: its first row may be under way.
 */
export async function suppressSourceRecord(sql: Sql, sourceId: string, recordId: string): Promise<void> {
  await sql.run(
    `INSERT INTO source_record (source_id, record_id, ordinal, hash, run_number, vanished, suppressed)
     VALUES ($1, $2, nextval('source_record_ordinal_seq'), '', 0, true, true)
     ON CONFLICT (source_id, record_id) DO UPDATE SET hash = '', name = NULL, match_hash = NULL, showable = false, vanished = true, suppressed = true`,
    [sourceId, recordId],
  );
}

/** Drops what a run has staged of a record. @returns how many of each outcome that were */
export async function dropStagedRecord(sql: Sql, runId: string, recordId: string): Promise<ReadonlyMap<string, number>> {
  const dropped = await sql.all<{ outcome: string; rows: number }>(
    `WITH dropped AS (DELETE FROM staged_row WHERE run_id = $1 AND record_id = $2 RETURNING outcome)
     SELECT outcome, count(*)::int AS rows FROM dropped GROUP BY outcome`,
    [runId, recordId],
  );
  return new Map(dropped.map(({ outcome, rows }) => [outcome, rows]));
}
