import { RunCompleted, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { runIdOf, RunReports } from './reports/run-reports.js';

/** A run has been processed whole: its report goes out. */
@Controller()
export class RunCompletedHandler {
  constructor(private readonly reports: RunReports) {}

  @HandlesEvent(RunCompleted)
  handle(events: Envelope<DataOf<typeof RunCompleted>>[], context: FrameContext): Promise<void> {
    const outcomes = events.map((event) => ({ kind: 'RUN_COMPLETED' as const, runId: runIdOf(event), data: event.data }));
    return this.reports.write(outcomes, context);
  }
}
