import { DuplicateFound, NoDuplicateFound, OrganisationMapped, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { CandidateIndex } from './matching/candidate-index.js';
import { findDuplicates } from './matching/literal-rule.js';
import { matchKeysOf } from './matching/match-keys.js';
import { findCandidates } from './state/directory-organisations.js';

/** Looks for each mapped organisation whether the directory holds it already, and carries it on (S2:62). */
@Controller()
export class OrganisationMappedHandler {
  @HandlesEvent(OrganisationMapped)
  async handle(events: Envelope<DataOf<typeof OrganisationMapped>>[], { sql, emit }: FrameContext): Promise<void> {
    const mapped = events.map((event) => ({ event, keys: matchKeysOf(event.data.organisation) }));
    const index = new CandidateIndex(await findCandidates(sql, mapped.map(({ keys }) => keys)));
    for (const { event, keys } of mapped) {
      const duplicates = findDuplicates(event.data.organisation, index.sharing(keys));
      const follow = { subject: event.data.recordId, origin: originOf(event) };
      if (duplicates.length > 0) emit(DuplicateFound, { ...event.data, duplicates }, follow);
      else emit(NoDuplicateFound, event.data, follow);
    }
  }
}
