import { ProviderProductsChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** The imported offer of a provider changed: editors whose contract has the tick are told with the run (R95). */
@Controller()
export class ProviderProductsChangedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(ProviderProductsChanged)
  handle(events: Envelope<DataOf<typeof ProviderProductsChanged>>[], context: FrameContext): Promise<void> {
    return this.notices.add('PROVIDER_PRODUCTS_CHANGED', events, context);
  }
}
