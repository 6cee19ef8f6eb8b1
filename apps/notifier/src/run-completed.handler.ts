import { RunCompleted, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { assertOfRun, Notices } from './notices/notices.js';

/** A run has been processed whole: its managers are told when all of it has come in (R8). */
@Controller()
export class RunCompletedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(RunCompleted)
  handle(events: Envelope<DataOf<typeof RunCompleted>>[], context: FrameContext): Promise<void> {
    events.forEach(assertOfRun);
    return this.notices.add('RUN_COMPLETED', events, context);
  }
}
