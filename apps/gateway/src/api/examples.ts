import {
  duplicateExample,
  filePartBytes,
  mappedRecordExample,
  type ImportRecordDetail,
  type ListDeadLetters,
  type OrganisationView,
  type ReplyOf,
  type RunView,
  type ShowQueueState,
  type SourceView,
} from '@gids/contracts';
import { ApiLinks } from './links.js';
import type { SourceCredit } from './organisation.js';
import type { Page } from './page.js';

/** What the other services answer in the examples of the OpenAPI document. */
export const exampleLinks = new ApiLinks('https://gids.example.nl');

export const runExample: RunView = {
  id: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
  number: 7,
  importId: 'duo',
  sourceId: 'duo-po',
  state: 'COMPLETED',
  transport: 'PUSH',
  fileName: 'duo-po-2026-08.csv',
  requestedBy: 'beheerder',
  startedAt: '2026-08-04T06:00:00.000Z',
  completedAt: '2026-08-04T06:00:21.000Z',
  findings: [],
  notes: ['Nieuwe kolom "ONDERWIJSREGIO NAAM"; deze wordt niet gebruikt.'],
  progress: { bytesRead: 4 * filePartBytes, bytesTotal: 4 * filePartBytes, rowsRead: 6_122, sent: 81, toSend: 81, processed: 81 },
  counts: {
    read: 6_122, added: 17, changed: 62, unchanged: 6_043, vanished: 2, rejected: 0,
    conversionErrors: 0, validationErrors: 0, duplicatesFound: 3, visible: 6_119, notVisible: 3, warnings: 4, setAside: 0,
  },
};

export const sourceExample: SourceView = {
  id: 'duo-po',
  importId: 'duo',
  title: 'DUO – basisonderwijs',
  url: 'https://duo.nl/open_onderwijsdata/images/02.-alle-schoolvestigingen-basisonderwijs.csv',
  scheduleDays: 14,
  attribution: 'Dienst Uitvoering Onderwijs (DUO)',
  licence: 'CC0 1.0',
  recordCount: 6_122,
  lastRun: runExample,
};

export const organisationExample: OrganisationView = {
  gidsId: 884_213,
  organisation: mappedRecordExample.organisation,
  sourceId: 'duo-po',
  changedAt: '2026-08-04T06:00:20.000Z',
};

export const creditExample: SourceCredit = sourceExample;

export const recordDetailExample: ImportRecordDetail = {
  id: 1_042,
  importId: 'duo',
  sourceId: 'duo-po',
  recordId: '16AH00',
  type: 'ORGANISATION',
  gidsId: 884_213,
  name: mappedRecordExample.organisation.name,
  town: 'Emmen',
  status: 'DUPLICATES_FOUND',
  explanation: '1 dubbele: zelfde adres als G!DS 102938.',
  publicationAction: 'SHOW_ON_SUCCESS',
  visible: false,
  missingAtSource: false,
  duplicateCount: 1,
  suppressed: false,
  version: 3,
  changedAt: '2026-08-04T06:00:20.000Z',
  makeVisible: true,
  why: 'Niet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
  issues: [{ severity: 'warning', code: 'unusableValue', field: 'INTERNETADRES', value: 'www,obs.nl', message: 'Het internetadres is niet bruikbaar en is weggelaten.' }],
  duplicates: [duplicateExample],
  organisation: mappedRecordExample.organisation,
  lastRunId: runExample.id,
};

export const queueStateExample: ReplyOf<typeof ShowQueueState> = {
  queues: [{ name: 'mapper.pipeline', ready: 12, consumersAttached: true }],
  outboxWaiting: 0,
  deadLettersOpen: 1,
};

export const deadLetterExample: ReplyOf<typeof ListDeadLetters>['items'][number] = {
  id: '019a9f40-1c6e-7d35-a4b1-5c0f4f1f6a10',
  queue: 'mapper.pipeline',
  messageId: '019a9f3f-0a55-7b02-9b51-3f6f0c1d2e3a',
  eventType: 'nl.gids.import.row-parsed.v1',
  runId: runExample.id,
  subject: '16AH00',
  reason: 'failed',
  error: 'TypeError: value is not a string',
  attempts: 3,
  state: 'OPEN',
  redrives: 0,
  createdAt: '2026-08-04T06:00:12.000Z',
  payload: '[{"specversion":"1.0"}]',
};

/** @returns the first and only page of a list with one item */
export function pageExample<Item>(item: Item, path: string): Page<Item> {
  return {
    currentPage: 1,
    pageSize: 100,
    _embedded: { item: [item] },
    _links: { self: { href: `${exampleLinks.baseUrl}${path}` } },
  };
}
