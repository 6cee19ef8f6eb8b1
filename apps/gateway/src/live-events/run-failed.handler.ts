import { RunFailed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { ofRunFailed } from '../api/live-event.js';
import { appendLiveEvents } from './live-event-store.js';
import { runOf } from './run-of.js';

/** Tells those who watch that a run was refused or failed. */
@Controller()
export class RunFailedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RunFailed)
  async handle(events: Envelope<DataOf<typeof RunFailed>>[], { sql }: FrameContext): Promise<void> {
    const told = events.map((event) => ofRunFailed(runOf(event), event.data, event.time));
    await appendLiveEvents(sql, 'run.status', told, this.clock());
  }
}
