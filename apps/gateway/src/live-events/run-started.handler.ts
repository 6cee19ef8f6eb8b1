import { RunStarted, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunStarted } from '../api/live-event.js';
import { appendLiveEvents } from './live-event-store.js';
import { runOf } from './run-of.js';

/** Tells those who watch that a run has started. */
@Controller()
export class RunStartedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunStarted)
  async handle(events: Envelope<DataOf<typeof RunStarted>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunStarted(runOf(event), event.data));
    await appendLiveEvents(sql, 'run.status', told, this.clock());
  }
}
