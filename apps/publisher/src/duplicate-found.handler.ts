import { DuplicateFound, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '@gids/service-host';
import { receiveOutcomes } from './records/receive-outcomes.js';

/** A mapped organisation that the directory seems to hold already (R27, R32). */
@Controller()
export class DuplicateFoundHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(DuplicateFound)
  handle(events: Envelope<DataOf<typeof DuplicateFound>>[], context: FrameContext): Promise<void> {
    return receiveOutcomes(events, context, this.clock());
  }
}
