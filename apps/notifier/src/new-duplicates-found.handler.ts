import { NewDuplicatesFound, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** New possible duplicates: the import managers are told with the run, or with the day (R74). */
@Controller()
export class NewDuplicatesFoundHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(NewDuplicatesFound)
  handle(events: Envelope<DataOf<typeof NewDuplicatesFound>>[], context: FrameContext): Promise<void> {
    return this.notices.add('NEW_DUPLICATES', events, context);
  }
}
