import { RowVanished, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { vanishedChanges } from './links/linked-changes.js';
import { tellLinkedChanges } from './links/tell-linked-changes.js';
import { findRiding } from './products/imported-riding-products.js';
import { saveVanished } from './records/vanished-records.js';
import { proposeRenumberings } from './renumbering/propose-renumbering.js';
import { advanceRun, runOf } from './runs/run-progress.js';

/** Records that are no longer in the source: marked and hidden, with the products that came with their rows (R96). */
@Controller()
export class RowVanishedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(RowVanished)
  async handle(events: Envelope<DataOf<typeof RowVanished>>[], context: FrameContext): Promise<void> {
    const [first] = events;
    if (!first) return;
    const run = runOf(first);
    const now = this.clock();
    const vanished = events.map(({ data }) => data);
    const gone = await saveVanished(context.sql, vanished, run, now);
    await saveVanished(context.sql, await findRiding(context.sql, vanished), run, now);
    await proposeRenumberings(context.sql, vanished, run, now);
    await tellLinkedChanges(context, vanishedChanges(gone), now);
    await advanceRun(context, run, { processed: events.length }, now);
  }
}
