import { ProductMapped, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { receiveProductRows } from './products/imported-product-rows.js';

/** A row that holds a product and no organisation (R69); what rides along with an organisation comes with that. */
@Controller()
export class ProductMappedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(ProductMapped)
  handle(events: Envelope<DataOf<typeof ProductMapped>>[], context: FrameContext): Promise<void> {
    return receiveProductRows(events, context, this.clock());
  }
}
