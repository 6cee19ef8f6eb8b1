import { RunProgressed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { noteProgress } from './runs/run-store.js';

/** Notes how far the directory is with a run. */
@Controller()
export class RunProgressedHandler {
  @HandlesEvent(RunProgressed)
  async handle(events: Envelope<DataOf<typeof RunProgressed>>[], { sql }: FrameContext): Promise<void> {
    for (const { runid, data } of events) if (runid) await noteProgress(sql, runid, data.processed);
  }
}
