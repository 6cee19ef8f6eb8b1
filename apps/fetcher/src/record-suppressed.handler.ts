import { RecordSuppressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { suppressRecord } from './runs/suppress-record.js';

/** Erases a record, now and for every later file (N37). Received files that hold it go with their retention (N36). */
@Controller()
export class RecordSuppressedHandler {
  @HandlesEvent(RecordSuppressed)
  async handle(events: Envelope<DataOf<typeof RecordSuppressed>>[], { sql }: FrameContext): Promise<void> {
    // In one order for all, so that two frames never wait for each other's runs.
    const inOrder = events.toSorted((a, b) => (keyOf(a.data) < keyOf(b.data) ? -1 : 1));
    for (const { data } of inOrder) await suppressRecord(sql, data.sourceId, data.recordId);
  }
}

function keyOf({ sourceId, recordId }: DataOf<typeof RecordSuppressed>): string {
  return `${sourceId} ${recordId}`;
}
