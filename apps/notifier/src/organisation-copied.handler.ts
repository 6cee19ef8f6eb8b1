import { OrganisationCopied, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** A copy is ready: its new people are told at once (REQUIREMENTS §6 M7). */
@Controller()
export class OrganisationCopiedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(OrganisationCopied)
  handle(events: Envelope<DataOf<typeof OrganisationCopied>>[], context: FrameContext): Promise<void> {
    return this.notices.add('ORGANISATION_COPIED', events, context);
  }
}
