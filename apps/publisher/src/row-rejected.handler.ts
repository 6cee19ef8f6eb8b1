import { RowRejected, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { saveRejectedRows } from './runs/rejected-rows.js';
import { advanceRun, runOf } from './runs/run-progress.js';

/** Rows that the fetcher set aside: kept for the run report. */
@Controller()
export class RowRejectedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RowRejected)
  async handle(events: Envelope<DataOf<typeof RowRejected>>[], context: FrameContext): Promise<void> {
    const [first] = events;
    if (!first) return;
    const run = runOf(first);
    await saveRejectedRows(context.sql, run.runId, events.map(({ data }) => data));
    await advanceRun(context, run, { processed: events.length }, this.clock());
  }
}
