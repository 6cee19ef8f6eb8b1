import { RecordReevaluated, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { takeDuplicates } from './records/duplicates.js';
import { advanceRun, occasionOf, runOf } from './runs/run-progress.js';

/** Unchanged records of a run that have other duplicates than before (R39). */
@Controller()
export class RecordReevaluatedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RecordReevaluated)
  async handle(events: Envelope<DataOf<typeof RecordReevaluated>>[], context: FrameContext): Promise<void> {
    const [first] = events;
    if (!first) return;
    const [run, now] = [runOf(first), this.clock()];
    await takeDuplicates(context, events.map(({ data }) => data), occasionOf(run, now));
    await advanceRun(context, run, { processed: events.length }, now);
  }
}
