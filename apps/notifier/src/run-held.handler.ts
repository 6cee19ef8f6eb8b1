import { RunHeld, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { runIdOf, RunReports } from './reports/run-reports.js';

/** A run waits for a person: its managers are told why and what to do. */
@Controller()
export class RunHeldHandler {
  constructor(private readonly reports: RunReports) {}

  @HandlesEvent(RunHeld)
  handle(events: Envelope<DataOf<typeof RunHeld>>[], context: FrameContext): Promise<void> {
    const outcomes = events.map((event) => ({ kind: 'RUN_HELD' as const, runId: runIdOf(event), data: event.data }));
    return this.reports.write(outcomes, context);
  }
}
