import { defineEntity, p } from '@mikro-orm/core';

/** What somebody reported of an imported organisation, with its outcome (S1:34, R77). */
export const DuplicateReport = defineEntity({
  name: 'DuplicateReport',
  tableName: 'duplicate_report',
  indexes: [{ properties: ['recordId'] }, { properties: ['by'] }],
  properties: {
    id: p.bigint().primary().autoincrement(),
    /** The import record. */
    recordId: p.bigint(),
    remark: p.text(),
    /** Account name. */
    by: p.text(),
    at: p.datetime(),
    judgedAt: p.datetime().nullable(),
    judgedBy: p.text().nullable(),
    judgement: p.text().nullable(),
    /** It was judged in a round that is over: no reason to judge any more. */
    settled: p.boolean().default(false),
  },
});
