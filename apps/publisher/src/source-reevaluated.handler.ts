import { SourceReevaluated, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { advanceRun, runOf } from './runs/run-progress.js';

/** All records of a run's source were compared again: now it is known how many changes of that must arrive (R39). */
@Controller()
export class SourceReevaluatedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(SourceReevaluated)
  async handle(events: Envelope<DataOf<typeof SourceReevaluated>>[], context: FrameContext): Promise<void> {
    for (const event of events) await advanceRun(context, runOf(event), { reevaluated: event.data.changed }, this.clock());
  }
}
