import { LinkedRecordChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** The source of a linked organisation changed: its editors are told with the run (R57, R75). */
@Controller()
export class LinkedRecordChangedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(LinkedRecordChanged)
  handle(events: Envelope<DataOf<typeof LinkedRecordChanged>>[], context: FrameContext): Promise<void> {
    return this.notices.add('LINKED_RECORD_CHANGED', events, context);
  }
}
