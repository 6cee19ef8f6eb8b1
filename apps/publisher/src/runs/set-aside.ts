import {
  ConversionFailed,
  DuplicateFound,
  NoDuplicateFound,
  OrganisationMapped,
  RowParsed,
  RowRejected,
  RowVanished,
  type DataOf,
  type Envelope,
  type EventsSetAside,
} from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { advanceRun } from './run-progress.js';

/** Events that stand for one record each; any other dead letter is not waited for. */
const recordEvents: ReadonlySet<string> = new Set(
  [RowParsed, OrganisationMapped, ConversionFailed, DuplicateFound, NoDuplicateFound, RowVanished, RowRejected].map((event) => event.type),
);

/** Lets a run go on without records that wait among dead letters. */
export async function countSetAside(event: Envelope<DataOf<typeof EventsSetAside>>, context: FrameContext, now: Date): Promise<void> {
  if (event.runid === undefined || !recordEvents.has(event.data.eventType)) return;
  await advanceRun(context, { runId: event.runid }, { setAside: event.data.count }, now);
}
