import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';

/** An organisation of the directory. `management` tells imported ones, managed ones and the import roots apart. */
const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  indexes: [{ properties: ['visible', 'townFolded'] }, { properties: ['visible', 'postcode'] }],
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
    /** The importorganisatie under which it stands (R9). */
    parentGidsId: p.bigint().nullable(),
    sourceId: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    changedAt: p.datetime().defaultRaw('now()'),
  },
});

/** An import with the root organisation that holds all it brings in (R9). */
const ImportRoot = defineEntity({
  name: 'ImportRoot',
  tableName: 'import_root',
  properties: { importId: p.text().primary(), gidsId: p.bigint() },
});

/** The object *organisatieimport* (R17): one row per record of a source, kept when the record vanishes. */
const ImportRecord = defineEntity({
  name: 'ImportRecord',
  tableName: 'import_record',
  uniques: [{ properties: ['sourceId', 'recordId'] }],
  indexes: [{ properties: ['importId', 'status'] }, { properties: ['gidsId'] }],
  properties: {
    id: p.bigint().primary().autoincrement(),
    importId: p.text(),
    sourceId: p.text(),
    /** Sorted by code point, so that every database gives one order. */
    recordId: p.text().collation('C'),
    gidsId: p.bigint().nullable(),
    name: p.text(),
    nameFolded: p.text(),
    status: p.text(),
    publicationAction: p.text(),
    makeVisible: p.boolean(),
    visible: p.boolean(),
    missingAtSource: p.boolean(),
    linkedOrganisationId: p.bigint().nullable(),
    note: p.text().nullable(),
    issues: p.json(),
    duplicates: p.json(),
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

export const publisherEntities = [Organisation, ImportRoot, ImportRecord, AbsentRecord, DirectoryRun, RejectedRow] as unknown as EntitySchema[];
