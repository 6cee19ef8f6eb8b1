import { RequestRefused, RunStarted, type PayloadOf, type StartImport } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Source } from '@gids/sources';
import { supersede } from './held-run.js';
import { runOrigin } from './run-origin.js';
import type { RunRow } from './run-row.js';
import { findOpenRun, findRun, insertRun, lockSource } from './run-store.js';

/**
 * Plans a run and tells so: one open run per source, and the same id twice gives one run. A run that waits for a person,
 * or that he stopped, gives way.
 * @throws RequestRefused where one is under way, or the id is of a run of another source
 */
export async function planRun(unit: UnitOfWork, source: Source, request: PayloadOf<typeof StartImport>, now: Date): Promise<RunRow> {
  const { sql, emit } = unit;
  await lockSource(sql, source.id);
  const same = await findRun(sql, request.runId);
  if (same && same.source_id !== source.id) throw runIdInUse(request.runId, same.source_id);
  if (same) return same;
  const open = await findOpenRun(sql, source.id);
  if (open && !(await givesWay(unit, open, now))) throw alreadyRunning(source.id, open.id);
  const planned = await insertRun(sql, request, source.importId, now);
  const startedAt = new Date(planned.started_at).toISOString();
  const data = { importId: source.importId, sourceId: source.id, runNumber: planned.number, startedAt };
  emit(RunStarted, data, { subject: source.id, origin: runOrigin(planned) });
  return planned;
}

async function givesWay(unit: UnitOfWork, { id, state }: RunRow, now: Date): Promise<boolean> {
  return (state === 'HELD' || state === 'STOPPED') && supersede(unit, id, now);
}

function runIdInUse(runId: string, sourceId: string): RequestRefused {
  const message = `Run ${runId} bestaat al, voor bron ${sourceId}. Start met een nieuw run-id.`;
  return new RequestRefused({ kind: 'conflict', code: 'runIdInUse', message });
}

function alreadyRunning(sourceId: string, runId: string): RequestRefused {
  const message = `Van bron ${sourceId} is run ${runId} nog bezig. Wacht tot die klaar is en start dan opnieuw.`;
  return new RequestRefused({ kind: 'conflict', code: 'runInProgress', message });
}
