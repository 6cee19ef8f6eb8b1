import { RunHeld, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunHeld } from '../api/live-event.js';
import { appendLiveEvents } from './live-event-store.js';
import { runOf } from './run-of.js';

/** Tells those who watch that a run waits for a decision. */
@Controller()
export class RunHeldHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunHeld)
  async handle(events: Envelope<DataOf<typeof RunHeld>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunHeld(runOf(event), event.data));
    await appendLiveEvents(sql, 'run.status', told, this.clock());
  }
}
