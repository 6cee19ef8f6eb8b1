import { PersonChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { savePersons } from './person-store.js';

/** Keeps who there is to appoint, and who of them is blocked. */
@Controller()
export class PersonChangedHandler {
  @HandlesEvent(PersonChanged)
  handle(events: Envelope<DataOf<typeof PersonChanged>>[], { sql }: FrameContext): Promise<void> {
    return savePersons(sql, events.map(({ data }) => data));
  }
}
