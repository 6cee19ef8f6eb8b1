import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import { changeRecords, type RecordChange } from '../records/change-records.js';
import type { CompleteRun } from '../runs/completion.js';
import { eraseRecords } from './erase-records.js';

/** Complete runs in a row that must miss a record before what it stands for is deleted: the first hides it only (R96, A22). */
const graceRuns = 2;

/**
 * Deletes what the records of a source stood for that its last complete runs all missed (R96, A22): the organisation
 * with its contract and products, whose records went missing with it. The record stays as a tombstone with its
 * bronID, G!DS-ID, action, note and link; the same bronID gets the same G!DS-ID when it is back. A run without removals
 * (R8), or one that lost records on the way, removes nothing.
 */
export async function removeMissing(sql: Sql, { run, withoutRemovals, setAside }: CompleteRun, occasion: Occasion): Promise<void> {
  if (withoutRemovals || setAside > 0) return;
  const ids = await lockMissing(sql, run.sourceId, run.number);
  if (ids.length === 0) return;
  await eraseRecords(sql, ids);
  await changeRecords(sql, ids, occasion, removed);
  await sql.run('UPDATE import_record SET removed_at = $2 WHERE id = ANY($1::bigint[])', [ids, occasion.at]);
}

/** Records that were missed by as many complete runs as the grace takes; an incomplete one counts for nothing. */
async function lockMissing(sql: Sql, sourceId: string, runNumber: number): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM import_record WHERE source_id = $1 AND missing_at_source AND removed_at IS NULL AND NOT suppressed AND missing_since <= (
       SELECT number FROM run WHERE source_id = $1 AND number <= $2 AND completed_at IS NOT NULL AND NOT without_removals AND set_aside = 0
       ORDER BY number DESC OFFSET $3 LIMIT 1)
     ORDER BY record_id FOR UPDATE`,
    [sourceId, runNumber, graceRuns - 1],
  );
  return rows.map(({ id }) => id);
}

/** What people decided (action, note, link) stays as it was, so that the same record comes back to it (A22). */
function removed(): RecordChange {
  return { told: [{ kind: 'SOURCE', sentence: 'Verwijderd: twee keer achtereen niet in de bron.' }] };
}
