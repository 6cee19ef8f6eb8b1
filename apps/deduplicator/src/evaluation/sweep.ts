import { Transactions, type UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { Injectable } from '@nestjs/common';
import { presentPages, readCompared, storeCompared } from '../state/imported-organisations.js';
import { findRescoreDue, forgetRescoreDue } from '../state/key-counts.js';
import { findCandidates, type Candidates } from '../state/match-keys.js';
import { findUnsettledElsewhere, findUnsettledOf, markSeen, settlePairs } from '../state/pairs.js';
import { addUnsettled, type StaleCause } from '../state/stale-records.js';
import { Evaluator, lockImported } from './evaluator.js';
import { findUntold, tell, type Told } from './tell.js';

/**
 * Records per transaction: few enough that an edit of one of them waits a moment only, and that memory does not depend
 * on the size of a source; enough for set-based work.
 */
const batchSize = 1_000;
/** Batches in hand at a time: the database looks for the candidates of one while another is compared. */
const lanes = 2;

/** Tells of records in the transaction in which they were evaluated. */
export type TellChanged = (unit: UnitOfWork, changed: readonly Told[]) => Promise<void>;

/**
 * Evaluates every present record of a source again, with the statistics as they are now: first all are compared, then
 * each is seen beside its rivals (R39, A10). Every batch is a transaction of its own, so a sweep that is broken off has
 * told of what it did, and done again it finds the rest.
 */
@Injectable()
export class Sweep {
  constructor(
    private readonly transactions: Transactions,
    private readonly evaluator: Evaluator,
  ) {}

  async sweepSource(sourceId: string, cause: StaleCause, tellChanged: TellChanged): Promise<void> {
    await this.eachBatch(sourceId, ({ sql }, ids) => this.compare(sql, sourceId, ids, cause));
    await this.eachBatch(sourceId, async (unit, ids) => {
      const changed = await settleAndTell(unit.sql, ids);
      if (changed.length > 0) await tellChanged(unit, changed);
    });
  }

  /**
   * The rows are locked before candidates are looked for: what a run brings meanwhile waits, and is compared by itself.
   * Who has the same candidates as when last compared, and nothing of them became rarer or more common, has the same pairs.
   */
  private async compare(sql: Sql, sourceId: string, ids: readonly string[], cause: StaleCause): Promise<void> {
    await lockImported(sql, ids);
    const candidates = await findCandidates(sql, ids);
    const due = await findDue(sql, ids, candidates);
    if (due.length > 0) {
      await this.evaluator.rescore(sql, due, candidates, 'free');
      await storeCompared(sql, due, candidates);
      await forgetRescoreDue(sql, due);
    }
    await addUnsettled(sql, await findUnsettledElsewhere(sql, ids, sourceId), cause);
  }

  private async eachBatch(sourceId: string, work: (unit: UnitOfWork, ids: readonly string[]) => Promise<void>): Promise<void> {
    const pages = presentPages((look) => this.transactions.run({}, ({ sql }) => look(sql)), sourceId, batchSize);
    const lane = async (): Promise<void> => {
      for await (const ids of pages) await this.transactions.run({}, (unit) => work(unit, ids));
    };
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
}

async function findDue(sql: Sql, ids: readonly string[], candidates: ReadonlyMap<string, Candidates>): Promise<string[]> {
  const [states, recounted] = [await readCompared(sql, ids), await findRescoreDue(sql, ids)];
  return ids.filter((id) => recounted.has(id) || states.get(id) !== candidates.get(id)?.state);
}

/**
 * Of a large source seldom more than a few records need be touched: only those are locked, for they alone may be told
 * of. @returns those of which something else is to be told
 */
async function settleAndTell(sql: Sql, ids: readonly string[]): Promise<Told[]> {
  const unsettled = await findUnsettledOf(sql, ids);
  const touched = [...new Set([...unsettled, ...(await findUntold(sql, ids))])];
  if (touched.length === 0) return [];
  await lockImported(sql, touched);
  await settlePairs(sql, touched);
  await markSeen(sql, touched);
  return (await tell(sql, touched)).filter(({ changed }) => changed);
}
