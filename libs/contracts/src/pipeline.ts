import type { EventDefinition } from './define-event.js';
import type { RequestDefinition } from './define-request.js';
import { serviceNames, type ServiceName } from './service.js';
import { ConversionFailed } from './events/conversion-failed.js';
import { DuplicateFound } from './events/duplicate-found.js';
import { EventsSetAside } from './events/events-set-aside.js';
import { NoDuplicateFound } from './events/no-duplicate-found.js';
import { OrganisationMapped } from './events/organisation-mapped.js';
import { OrganisationRemoved } from './events/organisation-removed.js';
import { OrganisationSaved } from './events/organisation-saved.js';
import { RowParsed } from './events/row-parsed.js';
import { RowRejected } from './events/row-rejected.js';
import { RowVanished } from './events/row-vanished.js';
import { RunCompleted } from './events/run-completed.js';
import { RunFailed } from './events/run-failed.js';
import { RunFetched } from './events/run-fetched.js';
import { RunHeld } from './events/run-held.js';
import { RunProgressed } from './events/run-progressed.js';
import { RunStarted } from './events/run-started.js';
import { ListDeadLetters } from './requests/list-dead-letters.js';
import { ListImportRecords } from './requests/list-import-records.js';
import { ListRuns } from './requests/list-runs.js';
import { ListSources } from './requests/list-sources.js';
import { ListVisibleOrganisations } from './requests/list-visible-organisations.js';
import { ReceiveFilePart } from './requests/receive-file-part.js';
import { RedriveDeadLetters } from './requests/redrive-dead-letters.js';
import { ShowImportRecord } from './requests/show-import-record.js';
import { ShowQueueState } from './requests/show-queue-state.js';
import { ShowRun } from './requests/show-run.js';
import { ShowVisibleOrganisation } from './requests/show-visible-organisation.js';
import { StartImport } from './requests/start-import.js';

/** Queues are apart per kind of work, so that nobody waits behind a file of 100,000 rows (DESIGN §3). */
export type EventLane = 'pipeline' | 'directory';

/** What each service listens to: the whole route of every event, in one table. */
export const consumption: Readonly<Record<ServiceName, Readonly<Record<EventLane, readonly EventDefinition[]>>>> = {
  fetcher: { pipeline: [RunProgressed, RunCompleted], directory: [] },
  mapper: { pipeline: [RowParsed], directory: [] },
  deduplicator: { pipeline: [OrganisationMapped], directory: [OrganisationSaved, OrganisationRemoved] },
  publisher: {
    pipeline: [DuplicateFound, NoDuplicateFound, ConversionFailed, RowRejected, RowVanished, RunFetched, EventsSetAside],
    directory: [],
  },
  notifier: { pipeline: [RunCompleted, RunHeld, RunFailed], directory: [] },
  gateway: { pipeline: [RunStarted, RunProgressed, RunHeld, RunFailed, RunCompleted], directory: [] },
};

/** Every event there is. */
export const events: readonly EventDefinition[] = [
  RunStarted,
  RowParsed,
  RowRejected,
  RowVanished,
  RunFetched,
  RunHeld,
  RunFailed,
  OrganisationMapped,
  ConversionFailed,
  DuplicateFound,
  NoDuplicateFound,
  OrganisationSaved,
  OrganisationRemoved,
  RunProgressed,
  RunCompleted,
  EventsSetAside,
];

/** Every request there is. */
export const requests: readonly RequestDefinition[] = [
  StartImport,
  ReceiveFilePart,
  ListRuns,
  ShowRun,
  ListSources,
  ListImportRecords,
  ShowImportRecord,
  ListVisibleOrganisations,
  ShowVisibleOrganisation,
  ShowQueueState,
  ListDeadLetters,
  RedriveDeadLetters,
];

/** @returns the event with this CloudEvents type, or undefined where nobody declared it. */
export function eventByType(type: string): EventDefinition | undefined {
  return eventsByType.get(type);
}

/** @returns the requests that a service answers. */
export function requestsOf(service: ServiceName): readonly RequestDefinition[] {
  return requests.filter((request) => request.service === service || request.service === 'every service');
}

/** @returns the services that get a copy of an event. */
export function consumersOf(event: EventDefinition): readonly ServiceName[] {
  return serviceNames.filter((service) =>
    Object.values(consumption[service]).some((lane) => lane.includes(event)),
  );
}

const eventsByType = new Map(events.map((event) => [event.type, event]));
