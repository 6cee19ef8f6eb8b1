import { OrganisationRemoved, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { saveDirectoryOrganisations } from './state/directory-organisations.js';

/** A removed organisation keeps its version but loses its keys: it is no duplicate of anything (R33). */
@Controller()
export class OrganisationRemovedHandler {
  @HandlesEvent(OrganisationRemoved)
  async handle(events: Envelope<DataOf<typeof OrganisationRemoved>>[], { sql }: FrameContext): Promise<void> {
    const gone = { name: '', town: undefined, visible: false, nameKey: undefined, addressKey: undefined };
    await saveDirectoryOrganisations(sql, events.map(({ data }) => ({ ...gone, ...data })));
  }
}
