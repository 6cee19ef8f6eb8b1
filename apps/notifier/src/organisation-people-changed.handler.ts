import { OrganisationPeopleChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { keepOrganisationPeople } from './people/people-store.js';

/** Keeps who manages which organisation, for the messages about it. */
@Controller()
export class OrganisationPeopleChangedHandler {
  @HandlesEvent(OrganisationPeopleChanged)
  handle(events: Envelope<DataOf<typeof OrganisationPeopleChanged>>[], { sql }: FrameContext): Promise<void> {
    return keepOrganisationPeople(sql, events.map(({ data }) => data));
  }
}
