import { ImportCleanedUp, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { cleanUpImport } from './runs/clean-up.js';

/** Forgets what an import brought: its next run brings everything as new (R97). */
@Controller()
export class ImportCleanedUpHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(ImportCleanedUp)
  async handle(events: Envelope<DataOf<typeof ImportCleanedUp>>[], context: FrameContext): Promise<void> {
    for (const { data } of events) await cleanUpImport(context, data.importId, this.clock());
  }
}
