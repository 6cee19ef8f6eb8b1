import { RecordSignalled, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** Something happened to a link or a match: the import managers are told with the run or the day (REQUIREMENTS §6 M5). */
@Controller()
export class RecordSignalledHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(RecordSignalled)
  handle(events: Envelope<DataOf<typeof RecordSignalled>>[], context: FrameContext): Promise<void> {
    return this.notices.add('RECORD_SIGNALLED', events, context);
  }
}
