import { defineEntity, p } from '@mikro-orm/core';

/** When a source is fetched by itself (R3). */
export const Schedule = defineEntity({
  name: 'Schedule',
  tableName: 'schedule',
  properties: {
    sourceId: p.text().primary(),
    everyDays: p.integer(),
    /** On the wall clock in the Netherlands: `06:00`. */
    time: p.text(),
    /** One of its days: `2026-12-06`. */
    firstOn: p.text(),
    active: p.boolean(),
    nextAt: p.datetime(),
    /** The turn that was started last: when it was due, and when it was started. */
    expectedAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    /** The turn of which it was told that it is late. */
    toldLateOf: p.datetime().nullable(),
    /** Who last changed it; absent where nobody did. */
    changedBy: p.text().nullable(),
    version: p.integer().default(1),
  },
});
