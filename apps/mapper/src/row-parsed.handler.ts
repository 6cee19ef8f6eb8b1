import { RowParsed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { findingsOf, mapRow, toldAs } from './map-row.js';
import { saveConversionIssues } from './state/conversion-issues.js';

/** Maps the rows of a frame with the mapping of their source (R5). */
@Controller()
export class RowParsedHandler {
  @HandlesEvent(RowParsed)
  async handle(events: Envelope<DataOf<typeof RowParsed>>[], { sql, emit }: FrameContext): Promise<void> {
    const mapped = events.map((event) => ({ event, outcome: mapRow(event.data) }));
    for (const { event, outcome } of mapped) emit(toldAs[outcome.kind], outcome.data, { subject: event.data.recordId, origin: originOf(event) });
    await saveConversionIssues(sql, mapped.map(({ event, outcome }) => ({ ...event.data, runSequence: event.runsequence ?? 0, issues: findingsOf(outcome) })));
  }
}
