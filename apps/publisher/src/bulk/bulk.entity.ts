import { defineEntity, p } from '@mikro-orm/core';

/** One change of many records, by a person (R86). Its records are in `bulk_item` from the moment that it was asked. */
export const BulkChange = defineEntity({
  name: 'BulkChange',
  tableName: 'bulk_change',
  indexes: [{ properties: ['state'] }],
  properties: {
    id: p.uuid().primary(),
    /** What is changed; absent where it undoes another. */
    order: p.json().nullable(),
    filter: p.json().nullable(),
    undoes: p.uuid().nullable().unique(),
    /** Imports of its records: who has the importrecht of all of them may see it. */
    imports: p.array().columnType('text[]'),
    by: p.text(),
    requestedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    state: p.text(),
    total: p.integer(),
    changed: p.integer().default(0),
    unchanged: p.integer().default(0),
    refused: p.integer().default(0),
  },
});

/** A record of a bulk change; without an outcome it still waits for its turn. */
export const BulkItem = defineEntity({
  name: 'BulkItem',
  tableName: 'bulk_item',
  indexes: [{ properties: ['bulkId', 'outcome', 'position'] }],
  properties: {
    bulkId: p.uuid().primary(),
    position: p.integer().primary(),
    recordId: p.bigint(),
    outcome: p.text().nullable(),
    message: p.text().nullable(),
    /** What the record had before, of a changed one; it gets that back where the change is undone. */
    before: p.json().nullable(),
    /** When it was its turn. */
    at: p.datetime().nullable(),
  },
});
