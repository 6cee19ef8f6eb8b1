import { OrganisationRemoved, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { DirectoryChanges } from './directory-changes.js';

/** A removed organisation keeps its version but loses its keys: it is no duplicate of anything (R33). */
@Controller()
export class OrganisationRemovedHandler {
  constructor(private readonly directory: DirectoryChanges) {}

  @HandlesEvent(OrganisationRemoved)
  async handle(events: Envelope<DataOf<typeof OrganisationRemoved>>[], context: FrameContext): Promise<void> {
    await this.directory.take(events.map((event) => ({ change: { ...event.data, visible: false }, event })), context);
  }
}
