import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';

/** An imported organisation as it is compared, with what was last told of its duplicates. */
const ImportedOrganisation = defineEntity({
  name: 'ImportedOrganisation',
  tableName: 'imported_organisation',
  uniques: [{ properties: ['sourceId', 'recordId'] }],
  indexes: [{ properties: ['importId'] }],
  properties: {
    id: p.bigint().primary(),
    sourceId: p.text(),
    recordId: p.text(),
    importId: p.text(),
    /** Number of the run that it came from; older events change nothing. */
    runSequence: p.integer(),
    /** False after it vanished from the source: it then costs nothing (R96). */
    present: p.boolean(),
    /** Counts up with every change of what is told of its duplicates. */
    matchVersion: p.integer().default(0),
    /** Mark of what was last told; absent before anything was. */
    toldMark: p.bigint().nullable(),
    /** Mark of the stored pairs and what is shown of their managed sides when that was told: while it is the same, so is what is told. */
    toldState: p.bigint().nullable(),
    /** Mark of the candidates that it was last compared with, as they were then: while it is the same, so are its pairs. */
    comparedState: p.bigint().nullable(),
    /** The part of its content that is compared, to make the features again by newer rules. */
    subject: p.json(),
    features: p.json(),
    marks: p.json(),
    normVersion: p.integer(),
  },
});

/** A managed organisation as it is compared; a removed one stays as a mark, so that an old event cannot bring it back. */
const ManagedOrganisation = defineEntity({
  name: 'ManagedOrganisation',
  tableName: 'managed_organisation',
  indexes: [{ properties: ['copiedSourceId', 'copiedRecordId'] }],
  properties: {
    gidsId: p.bigint().primary().autoincrement(false),
    version: p.integer(),
    removed: p.boolean(),
    visible: p.boolean(),
    name: p.text(),
    town: p.text().nullable(),
    /** The record that it is a copy of (DEDUPE 5.1). */
    copiedSourceId: p.text().nullable(),
    copiedRecordId: p.text().nullable(),
    /** Mark of its features and of what it is a copy of. */
    mark: p.bigint().defaultRaw('0'),
    subject: p.json(),
    features: p.json(),
    marks: p.json(),
    normVersion: p.integer(),
  },
});

/** Keys by which both sides meet: the primary key is the index of the join (DEDUPE 7). */
const MatchKeyRow = defineEntity({
  name: 'MatchKey',
  tableName: 'match_key',
  indexes: [{ properties: ['side', 'owner'] }],
  properties: { side: p.smallint().primary(), kind: p.smallint().primary(), key: p.bigint().primary(), owner: p.bigint().primary() },
});

/** Keys with more than one holder, counted at each run: how rare a word, name, phone or site is, and which keys say nothing. */
const KeyCount = defineEntity({
  name: 'KeyCount',
  tableName: 'key_count',
  properties: { kind: p.smallint().primary(), key: p.bigint().primary(), holders: p.integer(), hot: p.boolean() },
});

/** An imported and a managed organisation that may be one. */
const Pair = defineEntity({
  name: 'Pair',
  tableName: 'pair',
  // The best other partner is the first of it.
  indexes: [{ properties: ['gidsId', 'score'] }],
  properties: {
    importedId: p.bigint().primary(),
    gidsId: p.bigint().primary().autoincrement(false),
    score: p.double(),
    ownClass: p.text(),
    demotedClass: p.text().nullable(),
    /** One of both has a clearly better partner (DEDUPE 5.4). */
    demoted: p.boolean().default(false),
    ruleName: p.boolean(),
    ruleAddress: p.boolean(),
    /** A person's verdict, as long as it holds. */
    verdict: p.text().nullable(),
    matchedOn: p.json(),
    levels: p.json(),
    reasons: p.json(),
    /** Mark of all above, to write only what changed. */
    mark: p.bigint(),
    normVersion: p.integer(),
    statisticsVersion: p.integer(),
    firstSeen: p.datetime(),
    lastSeen: p.datetime(),
  },
});

/** What a person judged of a pair, on what was compared then; no import takes it away (DEDUPE 5.7). */
const Verdict = defineEntity({
  name: 'Verdict',
  tableName: 'verdict',
  properties: {
    importedId: p.bigint().primary(),
    gidsId: p.bigint().primary().autoincrement(false),
    verdict: p.text(),
    by: p.text(),
    at: p.datetime(),
    compared: p.json(),
  },
});

const ImportPolicy = defineEntity({
  name: 'ImportPolicy',
  tableName: 'import_policy',
  properties: { importId: p.text().primary(), policy: p.text(), by: p.text(), at: p.datetime() },
});

/** A record of which nothing may be kept but its bronID (N37). */
const SuppressedRecord = defineEntity({
  name: 'SuppressedRecord',
  tableName: 'suppressed_record',
  properties: { sourceId: p.text().primary(), recordId: p.text().primary() },
});

/** Imported organisations to evaluate again, because of what changed on the other side. */
const StaleRecord = defineEntity({
  name: 'StaleRecord',
  tableName: 'stale_record',
  properties: {
    id: p.bigint().primary(),
    importedId: p.bigint(),
    /** False where only visibility or what is shown changed: nothing need be compared. */
    rescore: p.boolean(),
    cause: p.json(),
  },
});

/** Imported organisations that the next sweep compares again, because something of them became rarer or more common. */
const RescoreDue = defineEntity({
  name: 'RescoreDue',
  tableName: 'rescore_due',
  indexes: [{ properties: ['importedId'] }],
  properties: { id: p.bigint().primary(), importedId: p.bigint() },
});

/** One row: which statistics and rules are in force, and when everything was last evaluated. */
const MatchingState = defineEntity({
  name: 'MatchingState',
  tableName: 'matching_state',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    statisticsVersion: p.integer(),
    /** Changes of the directory that may still come before keys are counted again without a run. */
    recountAfter: p.integer().default(1000),
    /** Counts up where everything is to be compared again. */
    generation: p.integer().default(0),
    sweptAt: p.datetime().nullable(),
  },
});

/** How many records the sweep at the end of a run has told of so far: it may be broken off and done again. */
const SweepProgress = defineEntity({
  name: 'SweepProgress',
  tableName: 'sweep_progress',
  properties: { eventId: p.text().primary(), changed: p.integer() },
});

export const deduplicatorEntities = [
  ImportedOrganisation,
  ManagedOrganisation,
  MatchKeyRow,
  KeyCount,
  Pair,
  Verdict,
  ImportPolicy,
  SuppressedRecord,
  StaleRecord,
  RescoreDue,
  MatchingState,
  SweepProgress,
] as unknown as EntitySchema[];
