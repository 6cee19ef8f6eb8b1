import { RequestRefused, RunOverdue } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import { sourceById, sources } from '@gids/sources';
import { v7 as uuidv7 } from 'uuid';
import { planRun } from '../runs/plan-run.js';
import { takeDueSchedule, takeLateSources, turnTaken } from './schedule-store.js';

/** Who asks for a run that nobody asked for. */
const requestedBy = 'Planning';
/** Time that a run gets from its start until it is late: more than the longest run takes. */
const lateAfterMs = 12 * 60 * 60_000;

/**
 * Starts the run of one source whose turn has come, together with what says that its turn is taken: one run, whatever
 * replicas look at once and however many turns were missed (R3). Where a run is under way, that one is the turn's.
 * @returns whether there was a turn to take
 */
export async function startDueRun(unit: UnitOfWork, now: Date): Promise<boolean> {
  const due = await takeDueSchedule(unit.sql, sources.map(({ id }) => id), now);
  const source = due && sourceById(due.source_id);
  if (!due || !source) return false;
  await turnTaken(unit.sql, due, now);
  await planRun(unit, source, { runId: uuidv7(), sourceId: source.id, transport: 'PULL', full: false, requestedBy }, now).catch(unlessUnderWay);
  return true;
}

function unlessUnderWay(error: unknown): void {
  if (!(error instanceof RequestRefused) || error.problem.code !== 'runInProgress') throw error;
}

/** Tells of sources that did not have a good run in the time after their turn, each turn once (SCREENS §6 M5). */
export async function tellLateSources({ sql, emit }: UnitOfWork, now: Date): Promise<void> {
  for (const { source_id: sourceId, expected_at, last_completed_at } of await takeLateSources(sql, new Date(now.getTime() - lateAfterMs))) {
    const source = sourceById(sourceId);
    if (!source) continue;
    const lastCompletedAt = last_completed_at === null ? undefined : new Date(last_completed_at).toISOString();
    emit(RunOverdue, { importId: source.importId, sourceId, expectedAt: new Date(expected_at).toISOString(), ...(lastCompletedAt !== undefined && { lastCompletedAt }) }, { subject: sourceId });
  }
}
