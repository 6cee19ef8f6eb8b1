import { RunFetched, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { advanceRun, runOf } from './runs/run-progress.js';

/** Everything of a run has been sent: from now on it is known what must arrive. */
@Controller()
export class RunFetchedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunFetched)
  async handle(events: Envelope<DataOf<typeof RunFetched>>[], context: FrameContext): Promise<void> {
    for (const event of events) await advanceRun(context, runOf(event), { fetched: event.data }, this.clock());
  }
}
