import { setTimeout as delay } from 'node:timers/promises';
import { RowParsed, RowRejected, RowVanished, RunFetched, type FileCounts } from '@gids/contracts';
import { countWaitingFrames, type UnitOfWork } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { rememberSent } from '../staging/source-records.js';
import { takeStagedRows, type StagedRow } from '../staging/staged-row.js';
import type { Phase } from './phase.js';
import { handOver, holdRun, updateRun } from './run-claim.js';
import { runOrigin } from './run-origin.js';
import type { RunRow } from './run-row.js';

/** A frame's worth of rows per transaction: hash, stage and outgoing frame together. */
const batchRows = 500;
/** Frames that may wait in the outbox before sending pauses: back-pressure. */
const framesWaiting = 8;
const pauseMs = 20;

/** Sends what was staged, batch by batch; a crash goes on where it stopped. */
export async function applyRows(phase: Phase): Promise<void> {
  const { transactions, run } = phase;
  for (;;) {
    await roomInOutbox(phase);
    const sent = await transactions.run(runOrigin(run), (unit) => sendBatch(unit, run));
    if (sent < batchRows) return;
  }
}

/** @returns how many rows were sent; with fewer than a batch, the end of the run is announced as well */
async function sendBatch({ sql, emit }: UnitOfWork, run: RunRow): Promise<number> {
  await holdRun(sql, run);
  const rows = await takeStagedRows(sql, run.id, batchRows);
  await rememberSent(sql, run.source_id, run.number, rows);
  for (const row of rows) emitRow(emit, row);
  const updated = await updateRun(sql, run, 'sent = sent + $4', [rows.length]);
  if (rows.length < batchRows) {
    emit(RunFetched, fetched(updated), { subject: run.source_id });
    await handOver(sql, run, 'PUBLISHING');
  }
  return rows.length;
}

function emitRow(emit: UnitOfWork['emit'], row: StagedRow): void {
  switch (row.outcome) {
    case 'vanished':
      return emit(RowVanished, row.data, { subject: row.recordId });
    case 'rejected':
      return emit(RowRejected, row.data, row.recordId === undefined ? {} : { subject: row.recordId });
    default:
      return emit(RowParsed, row.data, { subject: row.recordId });
  }
}

function fetched(run: RunRow) {
  return {
    importId: run.import_id,
    sourceId: run.source_id,
    runNumber: run.number,
    startedAt: new Date(run.started_at).toISOString(),
    counts: run.file_counts as FileCounts,
    sent: run.sent,
    ...(run.decision?.decision === 'APPLY_WITHOUT_REMOVALS' && { withoutRemovals: true }),
  };
}

/** Waits for the bus; meanwhile the worker's heartbeat keeps the run ours. */
async function roomInOutbox({ orm, stop }: Phase): Promise<void> {
  const sql = sqlOf(orm.em.fork());
  stop.throwIfAborted();
  while ((await countWaitingFrames(sql)) > framesWaiting) {
    await delay(pauseMs);
    stop.throwIfAborted();
  }
}
