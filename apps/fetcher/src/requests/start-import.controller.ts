import { RequestRefused, StartImport, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { sourceById } from '@gids/sources';
import { Controller, Inject } from '@nestjs/common';
import { planRun } from '../runs/plan-run.js';
import { viewOf } from '../runs/run-row.js';
import { RunWorker } from '../runs/run-worker.js';
import { mayStartRun, requireRunRight } from './run-rights.js';

/** Plans runs that people and scripts ask for (R6). */
@Controller()
export class StartImportController {
  constructor(
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(StartImport)
  async startImport(request: PayloadOf<typeof StartImport>, { actor }: RequestContext): Promise<ReplyOf<typeof StartImport>> {
    const source = sourceById(request.sourceId);
    if (!source) throw new RequestRefused({ kind: 'notFound', code: 'unknownSource', message: `Er is geen bron "${request.sourceId}".` });
    requireRunRight(actor, source.importId, mayStartRun(actor, source.importId, request.transport));
    const run = await this.transactions.run({ runid: request.runId }, (unit) => planRun(unit, source, request, this.clock()));
    this.worker.poke();
    return viewOf(run);
  }
}
