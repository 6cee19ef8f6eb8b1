import { DuplicateReported, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** A problem was reported: the configured address and the import managers are told at once (R77). */
@Controller()
export class DuplicateReportedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(DuplicateReported)
  handle(events: Envelope<DataOf<typeof DuplicateReported>>[], context: FrameContext): Promise<void> {
    return this.notices.add('DUPLICATE_REPORTED', events, context);
  }
}
