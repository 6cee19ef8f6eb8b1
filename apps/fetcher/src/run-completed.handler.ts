import { RunCompleted, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { dropOldFiles } from './files/file-store.js';
import { completeRun } from './runs/run-store.js';

/** Closes a run with the directory's counts; its file is now the one in force. */
@Controller()
export class RunCompletedHandler {
  @HandlesEvent(RunCompleted)
  async handle(events: Envelope<DataOf<typeof RunCompleted>>[], { sql }: FrameContext): Promise<void> {
    for (const { runid, data } of events) {
      if (!runid) continue;
      await completeRun(sql, runid, data.counts, data.completedAt);
      await dropOldFiles(sql, data.sourceId);
    }
  }
}
