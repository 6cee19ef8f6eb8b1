import { ImportCleanedUp, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { sources } from '@gids/sources';
import { Controller } from '@nestjs/common';
import { removeIssuesOfSources } from './state/conversion-issues.js';

/** Everything of an import was removed, and with it what was found wrong (R97). */
@Controller()
export class ImportCleanedUpHandler {
  @HandlesEvent(ImportCleanedUp)
  handle(events: Envelope<DataOf<typeof ImportCleanedUp>>[], { sql }: FrameContext): Promise<void> {
    const importIds = new Set(events.map(({ data }) => data.importId));
    return removeIssuesOfSources(sql, sources.filter(({ importId }) => importIds.has(importId)).map(({ id }) => id));
  }
}
