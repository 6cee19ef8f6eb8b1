import { RunProgressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunProgressed } from '../api/live-event.js';
import { appendLiveEvents } from './live-event-store.js';
import { runOf } from './run-of.js';

/** Tells those who watch that a run got further. */
@Controller()
export class RunProgressedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunProgressed)
  async handle(events: Envelope<DataOf<typeof RunProgressed>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunProgressed(runOf(event), event.data));
    await appendLiveEvents(sql, 'run.voortgang', told, this.clock());
  }
}
