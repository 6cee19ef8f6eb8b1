import { RowVanished, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { holdDirectory } from './state/directory-lock.js';
import { withdrawVanished } from './state/withdrawal.js';

/** A record that left its source costs nothing more; what people judged of it stays, for when it returns (R96). */
@Controller()
export class RowVanishedHandler {
  @HandlesEvent(RowVanished)
  async handle(events: Envelope<DataOf<typeof RowVanished>>[], { sql }: FrameContext): Promise<void> {
    await holdDirectory(sql, 'shared');
    const [first] = events;
    const origin = first ? { correlationid: originOf(first).correlationid ?? first.id } : {};
    await withdrawVanished(sql, events.map(({ data, runsequence = 0 }) => ({ ...data, runSequence: runsequence })), { cause: 'SWEEP', origin });
  }
}
