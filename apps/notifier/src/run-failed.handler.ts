import { RunFailed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { assertOfRun, Notices } from './notices/notices.js';

/** A run was refused or failed: its managers and the administrators are told. */
@Controller()
export class RunFailedHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(RunFailed)
  handle(events: Envelope<DataOf<typeof RunFailed>>[], context: FrameContext): Promise<void> {
    events.forEach(assertOfRun);
    return this.notices.add('RUN_FAILED', events, context);
  }
}
