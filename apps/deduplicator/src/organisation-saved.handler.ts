import { OrganisationSaved, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { DirectoryChanges } from './directory-changes.js';

/** Keeps what editors manage in the form in which it is compared. */
@Controller()
export class OrganisationSavedHandler {
  constructor(private readonly directory: DirectoryChanges) {}

  @HandlesEvent(OrganisationSaved)
  async handle(events: Envelope<DataOf<typeof OrganisationSaved>>[], context: FrameContext): Promise<void> {
    await this.directory.take(events.map((event) => ({ change: event.data, event })), context);
  }
}
