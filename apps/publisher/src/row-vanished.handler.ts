import { RowVanished, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { saveVanished } from './records/vanished-records.js';
import { advanceRun, runOf } from './runs/run-progress.js';

/** Records that are no longer in the source: marked and hidden (R96). */
@Controller()
export class RowVanishedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RowVanished)
  async handle(events: Envelope<DataOf<typeof RowVanished>>[], context: FrameContext): Promise<void> {
    const [first] = events;
    if (!first) return;
    const run = runOf(first);
    await saveVanished(context.sql, events.map(({ data }) => data), run);
    await advanceRun(context, run, { processed: events.length }, this.clock());
  }
}
