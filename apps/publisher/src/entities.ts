import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import { RecordHistory } from './history/record-history.entity.js';
import { LinkedChange } from './links/linked-change.entity.js';
import { NewDuplicate } from './records/new-duplicate.entity.js';
import { DuplicateReport } from './reports/duplicate-report.entity.js';
import { BulkChange, BulkItem } from './bulk/bulk.entity.js';
import { PublicChange, publicChangeTriggers } from './feed/public-change.entity.js';
import { Contract } from './contracts/contract.entity.js';
import { OrganisationRole, Person } from './people/person.entity.js';
import { Product } from './products/product.entity.js';
import { recordListIndexes } from './record-list/record-list-indexes.js';
import { TakeOver } from './take-over/take-over.entity.js';
import { Renumbering } from './renumbering/renumbering.entity.js';
import { ReviewItem, ReviewRound, ReviewSignal } from './review/review.entity.js';

/** An organisation of the directory. `management` tells imported ones, managed ones and the import roots apart. */
const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  indexes: [{ properties: ['visible', 'townFolded'] }, { properties: ['visible', 'postcode'] }, { name: 'organisation_by_town', properties: ['townFolded', 'gidsId'] }],
  triggers: publicChangeTriggers,
  properties: {
    gidsId: p.bigint().primary(),
    management: p.text(),
    kind: p.text(),
    name: p.text(),
    /** Name and town without case and accents, for searching. */
    nameFolded: p.text(),
    town: p.text().nullable(),
    townFolded: p.text().nullable(),
    postcode: p.text().nullable(),
    content: p.json(),
    contentHash: p.text(),
    visible: p.boolean(),
    version: p.integer(),
    sourceId: p.text().nullable(),
    /** The organisation that it is a copy of (R63). */
    copiedFromGidsId: p.bigint().nullable(),
    /** Who last changed it; an import changes without a name. */
    changedBy: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    changedAt: p.datetime().defaultRaw('now()'),
  },
});

/** An import with the root organisation that holds all it brings in, and nothing of another import (R9, A36). */
const ImportRoot = defineEntity({
  name: 'ImportRoot',
  tableName: 'import_root',
  properties: { importId: p.text().primary(), gidsId: p.bigint().unique() },
});

/** The object *organisatieimport* (R17): one row per record of a source, kept when the record vanishes. */
const ImportRecord = defineEntity({
  name: 'ImportRecord',
  tableName: 'import_record',
  uniques: [{ properties: ['sourceId', 'recordId'] }],
  indexes: [
    { properties: ['importId', 'status'] },
    { properties: ['gidsId'] },
    { properties: ['linkedOrganisationId'] },
    { properties: ['sourceId', 'missingSince'] },
    { properties: ['sourceId', 'organisationRecordId'] },
    ...recordListIndexes,
  ],
  properties: {
    id: p.bigint().primary().autoincrement(),
    importId: p.text(),
    sourceId: p.text(),
    /** Sorted by code point, so that every database gives one order. */
    recordId: p.text().collation('C'),
    /** ORGANISATION or PRODUCT (R72). */
    type: p.text().default('ORGANISATION'),
    /** BronID of the organisation that a product belongs to, as its source tells it (R68, R69). */
    organisationRecordId: p.text().collation('C').nullable(),
    /** A product that came with the row of its organisation, and goes with it; any other has a row of its own. */
    ridesAlong: p.boolean().default(false),
    gidsId: p.bigint().nullable(),
    name: p.text(),
    nameFolded: p.text(),
    status: p.text(),
    publicationAction: p.text(),
    makeVisible: p.boolean(),
    visible: p.boolean(),
    missingAtSource: p.boolean(),
    /** Number of the first run of its source that missed it; the second in a row removes what it stands for (A22). */
    missingSince: p.integer().nullable(),
    removedAt: p.datetime().nullable(),
    /** Erased for good on a person's demand (N37). */
    suppressed: p.boolean().default(false),
    linkedOrganisationId: p.bigint().nullable(),
    note: p.text().nullable(),
    issues: p.json(),
    duplicates: p.json(),
    /** Which state of its duplicates this is: an older one that arrives later changes nothing. */
    matchVersion: p.integer().default(0),
    runSequence: p.integer(),
    lastRunId: p.uuid(),
    version: p.integer(),
    changedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A record that vanished before it ever arrived: an outcome of an earlier run may not bring it in any more. */
const AbsentRecord = defineEntity({
  name: 'AbsentRecord',
  tableName: 'absent_record',
  properties: {
    sourceId: p.text().primary(),
    recordId: p.text().primary(),
    /** Number of the run that missed it. */
    runSequence: p.integer(),
  },
});

/** Duplicates of a record whose row is still on its way. */
const EarlyDuplicates = defineEntity({
  name: 'EarlyDuplicates',
  tableName: 'early_duplicates',
  properties: { sourceId: p.text().primary(), recordId: p.text().primary(), matchVersion: p.integer(), duplicates: p.json() },
});

/** A run as the directory sees it: what must arrive and what has. */
const DirectoryRun = defineEntity({
  name: 'DirectoryRun',
  tableName: 'run',
  properties: {
    runId: p.uuid().primary(),
    importId: p.text().nullable(),
    sourceId: p.text().nullable(),
    number: p.integer().nullable(),
    startedAt: p.datetime().nullable(),
    fileCounts: p.json().nullable(),
    expected: p.integer().nullable(),
    reevaluated: p.integer().nullable(),
    withoutRemovals: p.boolean().default(false),
    processed: p.integer(),
    setAside: p.integer(),
    /** When its progress was last told. */
    progressedAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
  },
});

/** A row that the fetcher set aside, for the run report. */
const RejectedRow = defineEntity({
  name: 'RejectedRow',
  tableName: 'rejected_row',
  properties: {
    runId: p.uuid().primary(),
    line: p.integer().primary(),
    sourceId: p.text(),
    recordId: p.text().nullable(),
    code: p.text(),
    field: p.text(),
    value: p.text(),
    message: p.text(),
  },
});

export const publisherEntities = [Organisation, Contract, Person, OrganisationRole, Product, TakeOver, ImportRoot, ImportRecord, AbsentRecord, EarlyDuplicates, RecordHistory, DirectoryRun, RejectedRow, Renumbering, ReviewRound, ReviewItem, ReviewSignal, NewDuplicate, LinkedChange, DuplicateReport, BulkChange, BulkItem, PublicChange] as unknown as EntitySchema[];
