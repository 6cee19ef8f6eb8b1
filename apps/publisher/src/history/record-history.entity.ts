import { defineEntity, p } from '@mikro-orm/core';

/** A line of the history of a record: never changed, only added (R99). */
export const RecordHistory = defineEntity({
  name: 'RecordHistory',
  tableName: 'record_history',
  indexes: [{ properties: ['recordId', 'id'] }],
  properties: {
    id: p.bigint().primary().autoincrement(),
    /** The import record. */
    recordId: p.bigint(),
    at: p.datetime(),
    kind: p.text(),
    sentence: p.text(),
    by: p.text().nullable(),
    runId: p.uuid().nullable(),
    runNumber: p.integer().nullable(),
  },
});
