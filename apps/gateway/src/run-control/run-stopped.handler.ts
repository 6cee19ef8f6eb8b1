import { RunStopped, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunStopped } from '../api/live-event.js';
import { appendLiveEvents } from '../live-events/live-event-store.js';
import { runOf } from '../live-events/run-of.js';

/** Tells those who watch that a run was stopped. */
@Controller()
export class RunStoppedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunStopped)
  async handle(events: Envelope<DataOf<typeof RunStopped>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunStopped(runOf(event), event.data));
    await appendLiveEvents(sql, 'run.status', told, this.clock());
  }
}
