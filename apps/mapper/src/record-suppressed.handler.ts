import { RecordSuppressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { removeIssuesOfRecords } from './state/conversion-issues.js';

/** A person's record was erased: what was found wrong in it may quote what it said (N37). */
@Controller()
export class RecordSuppressedHandler {
  @HandlesEvent(RecordSuppressed)
  handle(events: Envelope<DataOf<typeof RecordSuppressed>>[], { sql }: FrameContext): Promise<void> {
    return removeIssuesOfRecords(sql, events.map(({ data }) => data));
  }
}
