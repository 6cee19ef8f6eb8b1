import type { FileCounts } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { unpairRenumbered } from '../staging/renumbering.js';
import { fileCountsOf } from '../staging/stage-totals.js';
import { dropStagedRecord, suppressSourceRecord } from '../staging/suppression.js';
import type { RunRow } from './run-row.js';
import { lockOpenRuns } from './run-store.js';

/**
 * Erases a record for good (N37). What is staged of it is not sent. A run that is being checked is locked, so that
 * the batch in hand has been staged by then, and the next one finds the record erased.
 */
export async function suppressRecord(sql: Sql, sourceId: string, recordId: string): Promise<void> {
  const runs = await lockOpenRuns(sql, { sourceId });
  await suppressSourceRecord(sql, sourceId, recordId);
  for (const run of runs) await withdraw(sql, run, recordId);
}

/** Takes a record out of what a run is going to send; its rows count as unchanged from now on. */
async function withdraw(sql: Sql, run: RunRow, recordId: string): Promise<void> {
  const dropped = await dropStagedRecord(sql, run.id, recordId);
  if (dropped.size === 0) return;
  await unpairRenumbered(sql, run.id, recordId);
  if (!run.file_counts) return;
  await sql.run('UPDATE run SET file_counts = $2, to_send = to_send - $3 WHERE id = $1', [
    run.id,
    JSON.stringify(countsWithout(run.file_counts, dropped)),
    [...dropped.values()].reduce((sum, rows) => sum + rows, 0),
  ]);
}

function countsWithout(counts: FileCounts, dropped: ReadonlyMap<string, number>): FileCounts {
  const left = (outcome: 'added' | 'changed' | 'vanished' | 'rejected') => counts[outcome] - (dropped.get(outcome) ?? 0);
  return fileCountsOf(counts.read, { added: left('added'), changed: left('changed'), vanished: left('vanished'), rejected: left('rejected') });
}
