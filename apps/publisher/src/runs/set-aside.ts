import {
  ConversionFailed,
  DuplicateFound,
  NoDuplicateFound,
  OrganisationMapped,
  ProductMapped,
  RecordReevaluated,
  RowParsed,
  RowRejected,
  RowVanished,
  RunFetched,
  SourceReevaluated,
  type DataOf,
  type Envelope,
  type EventsSetAside,
} from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { advanceRun } from './run-progress.js';

/** Events that stand for one record each; any other dead letter is not waited for. */
const recordEvents: ReadonlySet<string> = new Set(
  [RowParsed, OrganisationMapped, ProductMapped, ConversionFailed, DuplicateFound, NoDuplicateFound, RecordReevaluated, RowVanished, RowRejected].map((event) => event.type),
);

/** Lets a run go on without what waits among dead letters: records, or the comparison of its whole source. */
export async function countSetAside(event: Envelope<DataOf<typeof EventsSetAside>>, context: FrameContext, now: Date): Promise<void> {
  const { runid: runId, data } = event;
  if (runId === undefined) return;
  if (isLostReevaluation(data)) await advanceRun(context, { runId }, { reevaluated: 0 }, now);
  // A vanished record is one for the publisher; what the deduplicator lost of it, no run waits for.
  else if (recordEvents.has(data.eventType) && !(data.service === 'deduplicator' && data.eventType === RowVanished.type)) {
    await advanceRun(context, { runId }, { setAside: data.count }, now);
  }
}

function isLostReevaluation({ service, eventType }: DataOf<typeof EventsSetAside>): boolean {
  return eventType === SourceReevaluated.type || (service === 'deduplicator' && eventType === RunFetched.type);
}
