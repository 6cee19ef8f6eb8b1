import { RunHeld, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { assertOfRun, Notices } from './notices/notices.js';

/** A run waits for a person: its managers are told why and what to do. */
@Controller()
export class RunHeldHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(RunHeld)
  handle(events: Envelope<DataOf<typeof RunHeld>>[], context: FrameContext): Promise<void> {
    events.forEach(assertOfRun);
    return this.notices.add('RUN_HELD', events, context);
  }
}
