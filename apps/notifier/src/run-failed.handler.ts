import { RunFailed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { runIdOf, RunReports } from './reports/run-reports.js';

/** A run was refused or failed: its managers and the administrators are told. */
@Controller()
export class RunFailedHandler {
  constructor(private readonly reports: RunReports) {}

  @HandlesEvent(RunFailed)
  handle(events: Envelope<DataOf<typeof RunFailed>>[], context: FrameContext): Promise<void> {
    const outcomes = events.map((event) => ({ kind: 'RUN_FAILED' as const, runId: runIdOf(event), data: event.data }));
    return this.reports.write(outcomes, context);
  }
}
