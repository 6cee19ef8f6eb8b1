import type { Sql } from '@gids/persistence';
import { occasionOf, type KnownRun } from '../runs/run-progress.js';
import { changeRecords } from './change-records.js';
import type { RecordState } from './record-state.js';
import { keyColumns, keyOf, lockRecords, type RecordKey } from './record-store.js';

/**
 * Marks records as no longer in the source and hides what they stand for (R96); nothing is deleted.
 * A record that a later run brought back is left alone.
 * @returns those that were there until now, as they were
 */
export async function saveVanished(sql: Sql, keys: readonly RecordKey[], run: KnownRun, now: Date): Promise<RecordState[]> {
  const ids = await lockRecords(sql, keys);
  const gone: RecordState[] = [];
  await changeRecords(sql, ids, occasionOf(run, now), (record) => {
    if (record.missingAtSource || record.runSequence > run.number) return undefined;
    gone.push(record);
    return { missingAtSource: true };
  });
  await sql.run(
    `UPDATE import_record SET missing_since = coalesce(missing_since, $2), run_sequence = $2, last_run_id = $3
     WHERE id = ANY($1::bigint[]) AND run_sequence <= $2`,
    [ids, run.number, run.runId],
  );
  await rememberAbsent(sql, keys, run.number);
  return gone;
}

/** A record that vanished before it ever arrived: its event waits among dead letters and may still come. */
async function rememberAbsent(sql: Sql, keys: readonly RecordKey[], runSequence: number): Promise<void> {
  await sql.run(
    `INSERT INTO absent_record (source_id, record_id, run_sequence)
     SELECT DISTINCT source_id, record_id, $3::int FROM unnest($1::text[], $2::text[]) AS key (source_id, record_id)
     WHERE NOT EXISTS (SELECT FROM import_record r WHERE r.source_id = key.source_id AND r.record_id = key.record_id)
     ORDER BY source_id, record_id
     ON CONFLICT (source_id, record_id) DO UPDATE SET run_sequence = greatest(absent_record.run_sequence, excluded.run_sequence)`,
    [...keyColumns(keys), runSequence],
  );
}

/** @returns by key the number of the run that last missed a record which was not here then */
export async function absentSince(sql: Sql, keys: readonly RecordKey[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.all<{ source_id: string; record_id: string; run_sequence: number }>(
    `SELECT source_id, record_id, run_sequence FROM absent_record
     WHERE (source_id, record_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    keyColumns(keys),
  );
  return new Map(rows.map((row) => [keyOf({ sourceId: row.source_id, recordId: row.record_id }), row.run_sequence]));
}
