import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { NoticeKind } from './notice.js';

/** Notices that are told together: of a run, of a day, or one by itself. */
export const DigestRow = defineEntity({
  name: 'DigestRow',
  tableName: 'digest',
  indexes: [{ properties: ['closedAt', 'dueAt'] }],
  properties: {
    id: p.text().primary(),
    /** When it is told; put off while notices of a run that has ended still come in. */
    dueAt: p.datetime(),
    /** From then on nothing is added: what comes later is told in the next one. */
    closedAt: p.datetime().nullable(),
  },
});

/** Something to tell, in the digest that tells it. */
export const NoticeRow = defineEntity({
  name: 'NoticeRow',
  tableName: 'notice',
  properties: {
    origin: p.text().primary(),
    kind: p.text().$type<NoticeKind>().primary(),
    key: p.text().primary(),
    digest: () => p.manyToOne(DigestRow).deleteRule('cascade').index(),
    data: p.json<object>(),
    runId: p.uuid().nullable(),
    eventId: p.text(),
    toldAt: p.datetime(),
  },
});

export type DigestEntity = InferEntity<typeof DigestRow>;
