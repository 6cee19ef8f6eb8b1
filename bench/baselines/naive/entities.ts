import { defineEntity, type InferEntity } from '@mikro-orm/core';

/** A message still to be published; written in the transaction of the change that it tells of. */
export const Outbox = defineEntity({
  name: 'Outbox',
  properties: (p) => ({
    /** Order in which messages were written. */
    number: p.bigint('number').primary().autoincrement(),
    id: p.uuid(),
    type: p.text(),
    time: p.datetime(),
    data: p.json<object>(),
  }),
});

/** A message that was handled; a second delivery of it finds its id here. */
export const Inbox = defineEntity({
  name: 'Inbox',
  properties: (p) => ({ id: p.uuid().primary(), handledAt: p.datetime() }),
});

/** What the deduplicator compares, of the directory (`gids`) and of the source. */
export const MatchKey = defineEntity({
  name: 'MatchKey',
  indexes: [{ properties: ['postcode', 'houseNumber', 'nameKey'] }],
  properties: (p) => ({
    source: p.text().primary(),
    sourceId: p.text().primary(),
    postcode: p.text(),
    houseNumber: p.text(),
    nameKey: p.text(),
  }),
});

export const DuplicatePair = defineEntity({
  name: 'DuplicatePair',
  properties: (p) => ({
    source: p.text().primary(),
    sourceId: p.text().primary(),
    otherSource: p.text().primary(),
    otherId: p.text().primary(),
  }),
});

export const Organisation = defineEntity({
  name: 'Organisation',
  indexes: [{ properties: ['postcode', 'houseNumber'] }],
  uniques: [{ properties: ['source', 'sourceId'] }],
  properties: (p) => ({
    gidsId: p.bigint('number').primary().autoincrement(),
    source: p.text(),
    sourceId: p.text(),
    kind: p.text(),
    name: p.text(),
    street: p.text().nullable(),
    houseNumber: p.integer().nullable(),
    houseLetter: p.text().nullable(),
    postcode: p.text().nullable(),
    town: p.text().nullable(),
    municipalityCode: p.text().nullable(),
    municipality: p.text().nullable(),
    bagId: p.text().nullable(),
    phone: p.text().nullable(),
    email: p.text().nullable(),
    site: p.text().nullable(),
    places: p.integer().nullable(),
    registeredOn: p.date().nullable(),
    holderName: p.text().nullable(),
    holderCocNumber: p.text().nullable(),
    visible: p.boolean(),
    hash: p.text(),
    changedAt: p.datetime(),
  }),
});

export const ImportRecord = defineEntity({
  name: 'ImportRecord',
  properties: (p) => ({
    source: p.text().primary(),
    sourceId: p.text().primary(),
    status: p.text(),
    action: p.text(),
    hash: p.text(),
    changedAt: p.datetime(),
  }),
});

/** A line of the run report. */
export const ReportLine = defineEntity({
  name: 'ReportLine',
  properties: (p) => ({
    number: p.bigint('number').primary().autoincrement(),
    sourceId: p.text(),
    result: p.text(),
    notedAt: p.datetime(),
  }),
});

export type OutboxEntry = InferEntity<typeof Outbox>;
