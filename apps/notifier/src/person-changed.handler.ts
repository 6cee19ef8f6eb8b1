import { PersonChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { keepPersons } from './people/people-store.js';

/** Keeps who there is to write to. */
@Controller()
export class PersonChangedHandler {
  @HandlesEvent(PersonChanged)
  handle(events: Envelope<DataOf<typeof PersonChanged>>[], { sql }: FrameContext): Promise<void> {
    return keepPersons(sql, events.map(({ data }) => data));
  }
}
