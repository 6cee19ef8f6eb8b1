import type { EventDefinition } from './define-event.js';
import { serviceNames, type ServiceName } from './service.js';
import { BulkProgressed } from './events/bulk-progressed.js';
import { ConversionFailed } from './events/conversion-failed.js';
import { DeletionRequested } from './events/deletion-requested.js';
import { DuplicateFound } from './events/duplicate-found.js';
import { DuplicateReported } from './events/duplicate-reported.js';
import { DuplicatesChanged } from './events/duplicates-changed.js';
import { EventsSetAside } from './events/events-set-aside.js';
import { ImportCleanedUp } from './events/import-cleaned-up.js';
import { ImportRightChanged } from './events/import-right-changed.js';
import { LinkedRecordChanged } from './events/linked-record-changed.js';
import { NewDuplicatesFound } from './events/new-duplicates-found.js';
import { NoDuplicateFound } from './events/no-duplicate-found.js';
import { OrganisationCopied } from './events/organisation-copied.js';
import { OrganisationMapped } from './events/organisation-mapped.js';
import { OrganisationPeopleChanged } from './events/organisation-people-changed.js';
import { OrganisationRemoved } from './events/organisation-removed.js';
import { OrganisationSaved } from './events/organisation-saved.js';
import { PersonChanged } from './events/person-changed.js';
import { ProductMapped } from './events/product-mapped.js';
import { ProviderProductsChanged } from './events/provider-products-changed.js';
import { RecordReevaluated } from './events/record-reevaluated.js';
import { RecordSignalled } from './events/record-signalled.js';
import { RecordSuppressed } from './events/record-suppressed.js';
import { ReviewRoundOpened } from './events/review-round-opened.js';
import { RowParsed } from './events/row-parsed.js';
import { RowRejected } from './events/row-rejected.js';
import { RowVanished } from './events/row-vanished.js';
import { RunCompleted } from './events/run-completed.js';
import { RunFailed } from './events/run-failed.js';
import { RunFetched } from './events/run-fetched.js';
import { RunHeld } from './events/run-held.js';
import { RunOverdue } from './events/run-overdue.js';
import { RunProgressed } from './events/run-progressed.js';
import { RunStarted } from './events/run-started.js';
import { RunStopped } from './events/run-stopped.js';
import { SourceReevaluated } from './events/source-reevaluated.js';

/** Queues are apart per kind of work, so that nobody waits behind a file of 100,000 rows (DESIGN §3). */
export type EventLane = 'pipeline' | 'directory';

/** What each service listens to: the whole route of every event, in one table. */
export const consumption: Readonly<Record<ServiceName, Readonly<Record<EventLane, readonly EventDefinition[]>>>> = {
  fetcher: { pipeline: [RunProgressed, RunCompleted], directory: [RecordSuppressed, ImportCleanedUp] },
  mapper: { pipeline: [RowParsed], directory: [RecordSuppressed, ImportCleanedUp] },
  deduplicator: {
    pipeline: [OrganisationMapped, RowVanished, RunFetched],
    directory: [OrganisationSaved, OrganisationRemoved, RecordSuppressed, ImportCleanedUp],
  },
  publisher: {
    pipeline: [
      DuplicateFound,
      NoDuplicateFound,
      ProductMapped,
      ConversionFailed,
      RowRejected,
      RowVanished,
      RunFetched,
      RecordReevaluated,
      SourceReevaluated,
      EventsSetAside,
    ],
    directory: [DuplicatesChanged, PersonChanged],
  },
  notifier: {
    pipeline: [RunCompleted, RunHeld, RunFailed],
    directory: [
      PersonChanged,
      ImportRightChanged,
      OrganisationPeopleChanged,
      LinkedRecordChanged,
      ProviderProductsChanged,
      NewDuplicatesFound,
      RecordSignalled,
      ReviewRoundOpened,
      OrganisationCopied,
      DuplicateReported,
      DeletionRequested,
      RunOverdue,
    ],
  },
  gateway: { pipeline: [RunStarted, RunProgressed, RunHeld, RunStopped, RunFailed, RunCompleted], directory: [BulkProgressed] },
};

/** Every event there is. */
export const events: readonly EventDefinition[] = [
  RunStarted,
  RowParsed,
  RowRejected,
  RowVanished,
  RunFetched,
  RunHeld,
  RunStopped,
  RunFailed,
  OrganisationMapped,
  ProductMapped,
  ConversionFailed,
  DuplicateFound,
  NoDuplicateFound,
  RecordReevaluated,
  SourceReevaluated,
  DuplicatesChanged,
  OrganisationSaved,
  OrganisationRemoved,
  RecordSuppressed,
  ImportCleanedUp,
  RunProgressed,
  BulkProgressed,
  RunCompleted,
  EventsSetAside,
  PersonChanged,
  ImportRightChanged,
  OrganisationPeopleChanged,
  LinkedRecordChanged,
  ProviderProductsChanged,
  NewDuplicatesFound,
  RecordSignalled,
  ReviewRoundOpened,
  OrganisationCopied,
  DuplicateReported,
  DeletionRequested,
  RunOverdue,
];

/** @returns the event with this CloudEvents type, or undefined where nobody declared it. */
export function eventByType(type: string): EventDefinition | undefined {
  return eventsByType.get(type);
}

/** @returns the services that get a copy of an event. */
export function consumersOf(event: EventDefinition): readonly ServiceName[] {
  return serviceNames.filter((service) =>
    Object.values(consumption[service]).some((lane) => lane.includes(event)),
  );
}

const eventsByType = new Map(events.map((event) => [event.type, event]));
