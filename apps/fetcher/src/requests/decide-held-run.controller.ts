import { DecideHeldRun, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { carryOut } from '../runs/held-run.js';
import { viewOf } from '../runs/run-row.js';
import { lockRun } from '../runs/run-store.js';
import { RunWorker } from '../runs/run-worker.js';
import { notHeld, unknownRun } from './run-refusals.js';
import { mayDecideRun, requireRunRight } from './run-rights.js';

/** A person decides on a held run: applied, applied without its removals, or refused (R8). One decision counts: the first. */
@Controller()
export class DecideHeldRunController {
  constructor(
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(DecideHeldRun)
  async decide({ runId, decision, reason, by }: PayloadOf<typeof DecideHeldRun>, { actor }: RequestContext): Promise<ReplyOf<typeof DecideHeldRun>> {
    const now = this.clock();
    const decided = await this.transactions.run({ runid: runId }, async (unit) => {
      const run = await lockRun(unit.sql, runId);
      if (!run) throw unknownRun(runId);
      requireRunRight(actor, run.import_id, mayDecideRun(actor, run.import_id));
      if (run.state !== 'HELD') throw notHeld(runId, run.state);
      return carryOut(unit, run, { decision, reason, by, at: now.toISOString() }, now);
    });
    this.worker.poke();
    return viewOf(decided);
  }
}
