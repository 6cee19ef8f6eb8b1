import { ReviewRoundOpened, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** There is something to judge: the import managers are told with the run (REQUIREMENTS §6 M6). */
@Controller()
export class ReviewRoundOpenedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(ReviewRoundOpened)
  handle(events: Envelope<DataOf<typeof ReviewRoundOpened>>[], context: FrameContext): Promise<void> {
    return this.notices.add('REVIEW_ROUND_OPENED', events, context);
  }
}
