import { BulkProgressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { appendLiveEvents } from '../live-events/live-event-store.js';
import { ofBulkProgressed } from './bulk-change.js';

/** Tells those who watch that a bulk change got further. */
@Controller()
export class BulkProgressedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(BulkProgressed)
  async handle(events: Envelope<DataOf<typeof BulkProgressed>>[], { sql }: FrameContext): Promise<void> {
    await appendLiveEvents(sql, 'bulk.voortgang', events.map(({ data }) => ofBulkProgressed(data)), this.clock());
  }
}
