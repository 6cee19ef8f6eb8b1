import { RequestRefused, RunStarted, RunStopped, runStateTerms, type RunState } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { runOrigin } from '../runs/run-origin.js';
import type { RunRow } from '../runs/run-row.js';
import { longestRun } from '../runs/run-store.js';

/** Why somebody stops a run or lets it go on. */
export interface ControlReason {
  readonly reason: string;
  readonly by: string;
}

/**
 * Stops a run, which the transaction has locked: the batch in hand either left before, or does not leave any more. Its
 * phase and its staged rows stay, for when it goes on.
 * @throws RequestRefused where there is nothing left to stop
 */
export async function stopRun({ sql, emit }: UnitOfWork, run: RunRow, { reason, by }: ControlReason): Promise<void> {
  if (run.state !== 'PLANNED' && run.state !== 'RUNNING') throw refused('runNotRunning', `Run ${run.id} is niet bezig; de status is "${labelOf(run.state)}". Er valt niets te stoppen.`);
  if (run.phase === 'PUBLISHING') throw refused('allSent', `Van run ${run.id} is alles al verstuurd; stoppen kan niet meer. Wat verstuurd is, wordt verwerkt.`);
  const message = `Gestopt door ${by}: ${reason}`;
  await sql.run(
    `UPDATE run SET state = 'STOPPED', problem_code = 'STOPPED', problem_message = $2, fence = fence + 1, lease_owner = NULL, lease_until = NULL WHERE id = $1`,
    [run.id, message],
  );
  emit(RunStopped, { ...dataOf(run), code: 'STOPPED', message }, { subject: run.source_id, origin: runOrigin(run) });
}

/**
 * Lets a stopped run go on where it was, with all the time that a run may take; who stopped it and why stays among its
 * notes.
 * @throws RequestRefused where it is not a stopped one
 */
export async function resumeRun({ sql, emit }: UnitOfWork, run: RunRow, { reason, by }: ControlReason): Promise<void> {
  if (run.state !== 'STOPPED') throw refused('runNotStopped', `Run ${run.id} is niet gestopt; de status is "${labelOf(run.state)}". Er valt niets te hervatten.`);
  const notes = [...run.notes, `${run.problem_message ?? 'Gestopt'}. Hervat door ${by}: ${reason}`];
  await sql.run(
    `UPDATE run SET state = 'RUNNING', problem_code = NULL, problem_message = NULL, notes = $2, deadline = now() + $3::interval WHERE id = $1`,
    [run.id, JSON.stringify(notes), longestRun],
  );
  emit(RunStarted, dataOf(run), { subject: run.source_id, origin: runOrigin(run) });
}

function dataOf({ import_id: importId, source_id: sourceId, number: runNumber, started_at }: RunRow) {
  return { importId, sourceId, runNumber, startedAt: new Date(started_at).toISOString() };
}

function labelOf(state: RunState): string {
  return runStateTerms[state].label;
}

function refused(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
