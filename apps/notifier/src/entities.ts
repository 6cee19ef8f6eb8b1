import type { MessageKind, MessageTopic } from '@gids/contracts';
import { defineEntity, p, type EntitySchema, type InferEntity } from '@mikro-orm/core';
import type { DeliveryState } from './delivery/delivery.js';
import { DigestRow, NoticeRow } from './notices/notice.entities.js';
import { OrganisationPeopleRow, PersonRow } from './people/people.entities.js';
import { PreferenceRow } from './preferences/preference.entity.js';
import type { Address } from './recipients/address.js';

/** A message as its reader gets it; of its content nothing ever changes. */
export const MessageRow = defineEntity({
  name: 'MessageRow',
  tableName: 'message',
  uniques: [{ properties: ['kind', 'about', 'reader'] }],
  properties: {
    id: p.text().primary(),
    kind: p.text().$type<MessageKind>(),
    /** The run, day or act that it tells of. */
    about: p.text(),
    /** An account, as `account:m.devries`, or an address from the settings. */
    reader: p.text().index(),
    /** Null where it is for the inbox only. */
    address: p.text().$type<Address>().nullable(),
    importId: p.text().nullable(),
    thread: p.text(),
    subject: p.text(),
    text: p.text(),
    html: p.text(),
    /** A file in CSV that goes along by mail. */
    attachment: p.text().nullable(),
    /** What the link in the mail switches off; null where it cannot be switched off. */
    unsubscribeToken: p.text().nullable().unique(),
    topics: p.json<MessageTopic[]>(),
    createdAt: p.datetime().index(),
    readAt: p.datetime().nullable(),
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
    /** Since when it is tried: from its writing, or from when a person sent it again. */
    since: p.datetime(),
    /** Null where nothing follows by itself. */
    dueAt: p.datetime().nullable().index(),
    detail: p.text().nullable(),
    changedAt: p.datetime(),
    /** Who decided on it, where a person did. */
    decidedBy: p.text().nullable(),
  },
});

/** A time in which mail was held because there was too much of it (RELIABILITY D 60); one at a time is open. */
export const MailHoldRow = defineEntity({
  name: 'MailHoldRow',
  tableName: 'mail_hold',
  properties: {
    id: p.uuid().primary(),
    openedAt: p.datetime(),
    releasedAt: p.datetime().nullable(),
    releasedBy: p.text().nullable(),
  },
});

/** A week of which the reminder has been written. */
export const ReminderRow = defineEntity({
  name: 'ReminderRow',
  tableName: 'reminder',
  properties: { importId: p.text().primary(), week: p.text().primary() },
});

export type MessageEntity = InferEntity<typeof MessageRow>;
export type DeliveryEntity = InferEntity<typeof DeliveryRow>;

export const notifierEntities: readonly EntitySchema[] = [
  MessageRow,
  DeliveryRow,
  MailHoldRow,
  ReminderRow,
  PersonRow,
  OrganisationPeopleRow,
  PreferenceRow,
  DigestRow,
  NoticeRow,
] as unknown as EntitySchema[];
