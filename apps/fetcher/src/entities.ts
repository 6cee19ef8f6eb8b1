import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import { Delivery, DeliveryPart } from './push-records/delivery.entity.js';
import { Schedule } from './schedule/schedule.entity.js';

/** A run of a source: a state machine with a deadline (DESIGN §4). */
const Run = defineEntity({
  name: 'Run',
  tableName: 'run',
  uniques: [{ properties: ['sourceId', 'number'] }],
  indexes: [{ properties: ['sourceId', 'startedAt'] }],
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    importId: p.text(),
    sourceId: p.text(),
    state: p.text(),
    phase: p.text().nullable(),
    transport: p.text(),
    fileName: p.text().nullable(),
    requestedBy: p.text(),
    fullRun: p.boolean(),
    startedAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    deadline: p.datetime(),
    /** Who works on it, until when, and the how-manieth claim it is: a worker that woke up too late is refused by it. */
    leaseOwner: p.uuid().nullable(),
    leaseUntil: p.datetime().nullable(),
    fence: p.integer().default(0),
    problemCode: p.text().nullable(),
    problemMessage: p.text().nullable(),
    notes: p.json(),
    /** Why it was held (R8), and what a person decided on that. */
    findings: p.json().defaultRaw("'[]'"),
    decision: p.json().nullable(),
    sha256: p.text().nullable(),
    mappingVersion: p.integer().nullable(),
    declaredBytes: p.bigint().nullable(),
    bytesRead: p.bigint().defaultRaw('0'),
    bytesTotal: p.bigint().nullable(),
    rowsRead: p.integer().default(0),
    toSend: p.integer().default(0),
    sent: p.integer().default(0),
    processed: p.integer().default(0),
    fileCounts: p.json().nullable(),
    /** How many of a thousand rows fill each mapped column: what the next file is measured by. */
    fillRates: p.json().nullable(),
    recordCounts: p.json().nullable(),
    setAside: p.integer().default(0),
    /** The directory has removed what it brought: it says nothing about the next file any more (R97). */
    cleanedUp: p.boolean().default(false),
  },
});

/** A part of a received file. Files are kept in the database: any replica can go on with a run, and nothing is lost with a disk. */
const FilePart = defineEntity({
  name: 'FilePart',
  tableName: 'file_part',
  properties: { runId: p.uuid().primary(), index: p.integer().primary(), content: p.blob() },
});

/** What was last sent of a record of a source: the hash by which an unchanged row is known. */
const SourceRecord = defineEntity({
  name: 'SourceRecord',
  tableName: 'source_record',
  indexes: [{ properties: ['sourceId', 'ordinal'] }],
  properties: {
    sourceId: p.text().primary(),
    recordId: p.text().primary(),
    /** Small number by which a run remembers that it saw the record. */
    ordinal: p.integer(),
    hash: p.text(),
    runNumber: p.integer(),
    vanished: p.boolean(),
    /** As mapped; absent where the source withholds it, such as a childminder's (N34). */
    name: p.text().nullable(),
    /** Over kind, name and address: a record that gets another bronID keeps it. */
    matchHash: p.text().nullable(),
    /** Whether it could be shown by what was last sent of it; of what was sent before this was kept nobody knows. */
    showable: p.boolean().default(false),
    /** Erased for good: nothing of it is kept but its bronID, and its rows are passed over (N37). */
    suppressed: p.boolean().default(false),
  },
});

/** What a run will send once its whole file has been judged (stage → assert → diff → hold or apply). */
const StagedRow = defineEntity({
  name: 'StagedRow',
  tableName: 'staged_row',
  // A new record is staged once: that is how its second row is known, without a look at all rows before it.
  uniques: [{ name: 'staged_row_added_unique', properties: ['runId', 'recordId'], where: "outcome = 'added'" }],
  properties: {
    runId: p.uuid().primary(),
    position: p.integer().primary(),
    recordId: p.text().nullable(),
    outcome: p.text(),
    hash: p.text().nullable(),
    /** Data of the event that will be sent, as JSON. */
    payload: p.text(),
    name: p.text().nullable(),
    matchHash: p.text().nullable(),
    showable: p.boolean().default(false),
    wouldBeHidden: p.boolean().default(false),
    /** Of a vanished record the new one that it seems to be, and the other way round. */
    renumberedTo: p.text().nullable(),
    renumberedFrom: p.text().nullable(),
  },
});

export const fetcherEntities = [Run, FilePart, SourceRecord, StagedRow, Schedule, Delivery, DeliveryPart] as unknown as EntitySchema[];
