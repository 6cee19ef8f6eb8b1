import { ControlRun, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { mayDecideRun, requireRunRight } from '../requests/run-rights.js';
import { unknownRun } from '../requests/run-refusals.js';
import { viewOf } from '../runs/run-row.js';
import { lockRun } from '../runs/run-store.js';
import { RunWorker } from '../runs/run-worker.js';
import { resumeRun, stopRun } from './control-run.js';

/** A person stops a run that is under way, or lets a stopped one go on (SCREENS §3.5). */
@Controller()
export class ControlRunController {
  constructor(
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
  ) {}

  @AnswersRequest(ControlRun)
  async control({ runId, control, ...reason }: PayloadOf<typeof ControlRun>, { actor }: RequestContext): Promise<ReplyOf<typeof ControlRun>> {
    const after = await this.transactions.run({ runid: runId }, async (unit) => {
      const run = await lockRun(unit.sql, runId);
      if (!run) throw unknownRun(runId);
      requireRunRight(actor, run.import_id, mayDecideRun(actor, run.import_id));
      await (control === 'STOP' ? stopRun : resumeRun)(unit, run, reason);
      return lockRun(unit.sql, runId);
    });
    this.worker.poke();
    if (!after) throw unknownRun(runId);
    return viewOf(after);
  }
}
