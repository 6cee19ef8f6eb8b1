import { EventsSetAside, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { countSetAside } from './runs/set-aside.js';

/** Events of a run that wait among a service's dead letters: the run ends without them and says so. */
@Controller()
export class EventsSetAsideHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(EventsSetAside)
  async handle(events: Envelope<DataOf<typeof EventsSetAside>>[], context: FrameContext): Promise<void> {
    for (const event of events) await countSetAside(event, context, this.clock());
  }
}
