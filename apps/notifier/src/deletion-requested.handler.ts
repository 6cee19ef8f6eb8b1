import { DeletionRequested, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** The account manager is asked to delete an organisation, at once (REQUIREMENTS §6 M9). */
@Controller()
export class DeletionRequestedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(DeletionRequested)
  handle(events: Envelope<DataOf<typeof DeletionRequested>>[], context: FrameContext): Promise<void> {
    return this.notices.add('DELETION_REQUESTED', events, context);
  }
}
