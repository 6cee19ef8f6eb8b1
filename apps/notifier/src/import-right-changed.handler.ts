import { ImportRightChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** Somebody got or lost the importrecht: he is told himself (SCREENS §6 M10). */
@Controller()
export class ImportRightChangedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(ImportRightChanged)
  handle(events: Envelope<DataOf<typeof ImportRightChanged>>[], context: FrameContext): Promise<void> {
    return this.notices.add('IMPORT_RIGHT_CHANGED', events, context);
  }
}
