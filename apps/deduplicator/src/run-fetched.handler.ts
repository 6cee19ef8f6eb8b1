import { RecordReevaluated, RunFetched, SourceReevaluated, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { holdSweep } from './evaluation/directory-lock.js';
import { Evaluator } from './evaluation/evaluator.js';
import { sweepSource } from './evaluation/sweep.js';
import { recordDuplicates } from './evaluation/tell.js';
import { recountKeys } from './state/match-keys.js';

/** At the end of a run every record of its source is compared again, also those that the run did not bring (R39). */
@Controller()
export class RunFetchedHandler {
  constructor(private readonly evaluator: Evaluator) {}

  @HandlesEvent(RunFetched)
  async handle(events: Envelope<DataOf<typeof RunFetched>>[], { sql, emit }: FrameContext): Promise<void> {
    await holdSweep(sql);
    await recountKeys(sql);
    for (const event of events) {
      const { importId, sourceId } = event.data;
      const origin = originOf(event);
      const { correlationid = event.id } = event;
      const changed = await sweepSource(sql, this.evaluator, sourceId, { cause: 'SWEEP', origin: { correlationid } }, (told) =>
        emit(RecordReevaluated, recordDuplicates(told), { subject: told.recordId, origin }),
      );
      emit(SourceReevaluated, { importId, sourceId, changed }, { subject: sourceId, origin });
    }
  }
}
