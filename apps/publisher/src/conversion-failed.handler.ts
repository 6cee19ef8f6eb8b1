import { ConversionFailed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '@gids/service-host';
import { receiveOutcomes } from './records/receive-outcomes.js';

/** A row of which nothing could be saved: the record exists, without a G!DS-ID (A34, R25). */
@Controller()
export class ConversionFailedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(ConversionFailed)
  handle(events: Envelope<DataOf<typeof ConversionFailed>>[], context: FrameContext): Promise<void> {
    return receiveOutcomes(events, context, this.clock());
  }
}
