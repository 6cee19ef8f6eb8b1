import { RequestRefused, RunStarted, StartImport, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { sourceById } from '@gids/sources';
import { Controller, Inject } from '@nestjs/common';
import { supersede } from '../runs/held-run.js';
import { runOrigin } from '../runs/run-origin.js';
import { viewOf } from '../runs/run-row.js';
import { findOpenRun, findRun, insertRun, lockSource } from '../runs/run-store.js';
import { RunWorker } from '../runs/run-worker.js';

/** Plans runs: one open run per source, and the same command twice gives one run. A run that waits for a person gives way. */
@Controller()
export class StartImportController {
  constructor(
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(StartImport)
  async startImport(request: PayloadOf<typeof StartImport>): Promise<ReplyOf<typeof StartImport>> {
    const source = sourceById(request.sourceId);
    if (!source) throw new RequestRefused({ kind: 'notFound', code: 'unknownSource', message: `Er is geen bron "${request.sourceId}".` });
    const run = await this.transactions.run({ runid: request.runId }, async (unit) => {
      const { sql, emit } = unit;
      await lockSource(sql, source.id);
      const same = await findRun(sql, request.runId);
      if (same && same.source_id !== source.id) throw runIdInUse(request.runId, same.source_id);
      if (same) return same;
      const open = await findOpenRun(sql, source.id);
      if (open && !(open.state === 'HELD' && (await supersede(unit, open.id, this.clock())))) throw alreadyRunning(source.id, open.id);
      const planned = await insertRun(sql, request, source.importId, this.clock());
      const startedAt = new Date(planned.started_at).toISOString();
      const data = { importId: source.importId, sourceId: source.id, runNumber: planned.number, startedAt };
      emit(RunStarted, data, { subject: source.id, origin: runOrigin(planned) });
      return planned;
    });
    this.worker.poke();
    return viewOf(run);
  }
}

function runIdInUse(runId: string, sourceId: string): RequestRefused {
  const message = `Run ${runId} bestaat al, voor bron ${sourceId}. Start met een nieuw run-id.`;
  return new RequestRefused({ kind: 'conflict', code: 'runIdInUse', message });
}

function alreadyRunning(sourceId: string, runId: string): RequestRefused {
  const message = `Van bron ${sourceId} is run ${runId} nog bezig. Wacht tot die klaar is en start dan opnieuw.`;
  return new RequestRefused({ kind: 'conflict', code: 'runInProgress', message });
}
