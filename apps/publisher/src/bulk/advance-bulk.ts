import { BulkProgressed } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { changeRecords, readStates } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';
import { judgeBulk, judgeUndo, type BulkVerdict } from './bulk-rule.js';
import { finishItems, takeBulk, takeItems, type BulkRow, type DoneItem, type WaitingItem } from './bulk-store.js';

/** Records per transaction: few enough that a person who decides on one of them hardly waits. */
const batchSize = 100;

/**
 * Does the next records of the bulk change that waits longest, in one transaction with what is told of it: a publisher
 * that dies leaves whole batches, and any other goes on.
 * @returns whether there was anything to do
 */
export async function advanceBulk(unit: UnitOfWork, now: Date): Promise<boolean> {
  const bulk = await takeBulk(unit.sql);
  if (!bulk) return false;
  const items = await takeItems(unit.sql, bulk, batchSize);
  const verdicts = await decide(unit.sql, bulk, items, now);
  const after = await finishItems(unit.sql, bulk.id, items.map((item) => doneItem(item, verdicts)), now);
  const { imports, state, total, changed, unchanged, refused } = after;
  unit.emit(BulkProgressed, { bulkId: bulk.id, imports, state, total, changed, unchanged, refused }, { subject: bulk.id });
  return true;
}

/** Changes the records that may be changed, through the one way in which records change. */
async function decide(sql: Sql, bulk: BulkRow, items: readonly WaitingItem[], now: Date): Promise<Map<number, BulkVerdict>> {
  const states = new Map((await lockedStates(sql, items)).map((record) => [record.id, record]));
  const verdicts = new Map(items.map((item) => [item.recordId, judge(bulk, item, states.get(item.recordId))]));
  const changing = [...verdicts].filter(([, { change }]) => change !== undefined).map(([id]) => id);
  await changeRecords(sql, changing, { at: now, by: bulk.by }, ({ id }) => verdicts.get(id)?.change);
  return verdicts;
}

/** In the order in which runs lock them, so that nobody waits in a ring. */
async function lockedStates(sql: Sql, items: readonly WaitingItem[]): Promise<RecordState[]> {
  const ids = items.map(({ recordId }) => recordId);
  await sql.run('SELECT FROM import_record WHERE id = ANY($1::bigint[]) ORDER BY source_id, record_id FOR UPDATE', [ids]);
  return readStates(sql, ids);
}

function judge({ order }: BulkRow, { before, changedSince }: WaitingItem, record: RecordState | undefined): BulkVerdict {
  if (order) return judgeBulk(record, order);
  if (before) return judgeUndo(record, before, changedSince);
  throw new Error('A bulk change that undoes nothing has no order');
}

function doneItem({ position, recordId }: WaitingItem, verdicts: ReadonlyMap<number, BulkVerdict>): DoneItem {
  const verdict = verdicts.get(recordId);
  if (!verdict) throw new Error(`Record ${recordId} was not judged`);
  const { outcome, message, before } = verdict;
  return { position, outcome, message, before };
}
