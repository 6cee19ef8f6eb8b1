import { defineEntity, p, type EntitySchema, type InferEntity } from '@mikro-orm/core';
import type { DeliveryState } from './delivery/delivery.js';
import type { MessageKind } from './messages/message.js';
import type { Address } from './recipients/address.js';

/** A message as its reader gets it; it never changes. */
export const MessageRow = defineEntity({
  name: 'MessageRow',
  tableName: 'message',
  uniques: [{ properties: ['kind', 'runId', 'recipient'] }],
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<MessageKind>(),
    runId: p.uuid(),
    recipient: p.text().$type<Address>(),
    thread: p.text(),
    subject: p.text(),
    text: p.text(),
    html: p.text(),
    createdAt: p.datetime(),
  },
});

/** The way of a message to its recipient by mail. */
export const DeliveryRow = defineEntity({
  name: 'DeliveryRow',
  tableName: 'delivery',
  properties: {
    message: () => p.oneToOne(MessageRow).primary().deleteRule('cascade'),
    state: p.text().$type<DeliveryState>(),
    attempts: p.integer(),
    /** Null where nothing follows by itself. */
    dueAt: p.datetime().nullable().index(),
    detail: p.text().nullable(),
    changedAt: p.datetime(),
  },
});

export type DeliveryEntity = InferEntity<typeof DeliveryRow>;

export const notifierEntities: readonly EntitySchema[] = [MessageRow, DeliveryRow] as unknown as EntitySchema[];
