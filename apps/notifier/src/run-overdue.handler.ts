import { RunOverdue, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Notices } from './notices/notices.js';

/** A source is late: the administrators are told at once (SCREENS §6 M5). */
@Controller()
export class RunOverdueHandler {
  constructor(private readonly notices: Notices) {}

  @HandlesEvent(RunOverdue)
  handle(events: Envelope<DataOf<typeof RunOverdue>>[], context: FrameContext): Promise<void> {
    return this.notices.add('RUN_OVERDUE', events, context);
  }
}
