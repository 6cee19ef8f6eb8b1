import { RunFailed, type RunState } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { dropStagedRows } from '../staging/staged-row.js';
import { runOrigin } from './run-origin.js';
import type { RunRow } from './run-row.js';
import { endRun, type Ending } from './run-store.js';

/**
 * Ends a run without success, drops what it would have sent, and tells so.
 * @param from states in which it is ended; those in which somebody works at it, unless told
 * @returns the run, or undefined where it was in none of these states any more
 */
export async function endAndTell(
  { sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>,
  run: RunRow,
  ending: Ending,
  now: Date,
  from?: readonly RunState[],
): Promise<RunRow | undefined> {
  const ended = await endRun(sql, run.id, ending, now, from);
  if (!ended) return undefined;
  await dropStagedRows(sql, run.id);
  const { import_id: importId, source_id: sourceId, number: runNumber } = run;
  const data = { importId, sourceId, runNumber, startedAt: new Date(run.started_at).toISOString(), ...ending };
  emit(RunFailed, data, { subject: sourceId, origin: runOrigin(run) });
  return ended;
}
