import { RunCompleted, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunCompleted } from '../api/live-event.js';
import { appendLiveEvents } from './live-event-store.js';
import { runOf } from './run-of.js';

/** Tells those who watch that a run has been processed whole. */
@Controller()
export class RunCompletedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunCompleted)
  async handle(events: Envelope<DataOf<typeof RunCompleted>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunCompleted(runOf(event), event.data));
    await appendLiveEvents(sql, 'run.status', told, this.clock());
  }
}
