import { OrganisationSaved, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { matchKeysOf } from './matching/match-keys.js';
import { saveDirectoryOrganisations } from './state/directory-organisations.js';

/** Keeps the match keys of what editors manage. */
@Controller()
export class OrganisationSavedHandler {
  @HandlesEvent(OrganisationSaved)
  async handle(events: Envelope<DataOf<typeof OrganisationSaved>>[], { sql }: FrameContext): Promise<void> {
    const rows = events.map(({ data: { gidsId, version, visible, organisation } }) => ({
      gidsId,
      version,
      visible,
      name: organisation.name,
      town: organisation.visitAddress?.town,
      ...matchKeysOf(organisation),
    }));
    await saveDirectoryOrganisations(sql, rows);
  }
}
