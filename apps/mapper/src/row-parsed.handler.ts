import { ConversionFailed, OrganisationMapped, RowParsed, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { mapRow } from './map-row.js';
import { saveConversionIssues } from './state/conversion-issues.js';

/** Maps the rows of a frame with the mapping of their source (R5). */
@Controller()
export class RowParsedHandler {
  @HandlesEvent(RowParsed)
  async handle(events: Envelope<DataOf<typeof RowParsed>>[], { sql, emit }: FrameContext): Promise<void> {
    const mapped = events.map((event) => ({ event, outcome: mapRow(event.data) }));
    for (const { event, outcome } of mapped) {
      const follow = { subject: event.data.recordId, origin: originOf(event) };
      if (outcome.kind === 'organisation') emit(OrganisationMapped, outcome.data, follow);
      else emit(ConversionFailed, outcome.data, follow);
    }
    await saveConversionIssues(sql, mapped.map(({ event, outcome }) => ({ ...outcome.data, runSequence: event.runsequence ?? 0 })));
  }
}
