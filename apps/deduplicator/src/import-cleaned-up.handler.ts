import { ImportCleanedUp, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { holdDirectory } from './state/directory-lock.js';
import { forgetImport } from './state/withdrawal.js';

/** Forgets everything of an import; its next run brings it as new (R97). */
@Controller()
export class ImportCleanedUpHandler {
  @HandlesEvent(ImportCleanedUp)
  async handle(events: Envelope<DataOf<typeof ImportCleanedUp>>[], { sql }: FrameContext): Promise<void> {
    await holdDirectory(sql, 'alone');
    for (const event of events) await forgetImport(sql, event.data.importId, { cause: 'DIRECTORY', origin: originOf(event) });
  }
}
