import { NoDuplicateFound, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '@gids/service-host';
import { receiveOutcomes } from './records/receive-outcomes.js';

/** A mapped organisation that is not in the directory yet (R31). */
@Controller()
export class NoDuplicateFoundHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(NoDuplicateFound)
  handle(events: Envelope<DataOf<typeof NoDuplicateFound>>[], context: FrameContext): Promise<void> {
    return receiveOutcomes(events, context, this.clock());
  }
}
