import { RecordSuppressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { holdDirectory } from './state/directory-lock.js';
import { suppressRecord } from './state/withdrawal.js';

/** Erases everything of a record, and remembers that it stays erased (N37). */
@Controller()
export class RecordSuppressedHandler {
  @HandlesEvent(RecordSuppressed)
  async handle(events: Envelope<DataOf<typeof RecordSuppressed>>[], { sql }: FrameContext): Promise<void> {
    await holdDirectory(sql, 'alone');
    for (const event of events) await suppressRecord(sql, event.data, { cause: 'DIRECTORY', origin: originOf(event) });
  }
}
