import { defineEntity, p } from '@mikro-orm/core';

/** The controleronde of an import: opened by a completed run, closed by a person or by having nothing to judge (R81). */
export const ReviewRound = defineEntity({
  name: 'ReviewRound',
  tableName: 'review_round',
  indexes: [{ properties: ['importId'] }],
  properties: {
    id: p.bigint().primary().autoincrement(),
    importId: p.text(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    /** Absent where it closed itself. */
    closedBy: p.text().nullable(),
    /** How many were judged when it was closed; what becomes of them later does not change that. */
    closedTotal: p.integer().nullable(),
  },
});

/** A record that only a person can judge, with his judgement; it stays judged until its reason changes (A33). */
export const ReviewItem = defineEntity({
  name: 'ReviewItem',
  tableName: 'review_item',
  indexes: [{ properties: ['roundId'] }],
  properties: {
    id: p.bigint().primary().autoincrement(),
    /** The round in which it is or was to be judged. */
    roundId: p.bigint(),
    /** The import record: it has one reason at a time. */
    recordId: p.bigint().unique(),
    reason: p.text(),
    /** Hash of what stands behind the reason. */
    fingerprint: p.text(),
    openedAt: p.datetime(),
    judgedAt: p.datetime().nullable(),
    judgedBy: p.text().nullable(),
    judgement: p.text().nullable(),
  },
});

/** Something that happened once, that a person has to look at and that the record itself does not show any more (A30, R60). */
export const ReviewSignal = defineEntity({
  name: 'ReviewSignal',
  tableName: 'review_signal',
  properties: {
    recordId: p.bigint().primary(),
    reason: p.text().primary(),
    /** The managed organisation that it is about. */
    gidsId: p.bigint().primary(),
    at: p.datetime(),
  },
});
