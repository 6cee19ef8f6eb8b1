import type { MailDeliveryView, InboxMessageDetail, MessagePreference } from '@gids/contracts';

export const messageExample: InboxMessageDetail = {
  id: '94e6763d64a064fe3dea3f9156fb2d8d',
  kind: 'RUN_COMPLETED',
  importId: 'duo',
  subject: 'DUO PO: 14 nieuwe dubbelen en 3 fouten (import 22 november)',
  writtenAt: '2026-11-22T05:04:31.000Z',
  text: 'De import van DUO PO is voltooid\n',
};

export const deliveryExample: MailDeliveryView = {
  id: messageExample.id,
  kind: 'RUN_COMPLETED',
  subject: messageExample.subject,
  address: 'm.devries@voorbeeld.nl',
  state: 'UNCONFIRMED',
  attempts: 1,
  detail: 'Connection closed unexpectedly',
  writtenAt: messageExample.writtenAt,
  changedAt: '2026-11-22T05:04:33.000Z',
};

export const preferenceExample: MessagePreference = {
  importId: 'duo',
  runReport: 'WHEN_TO_DO',
  linkedChanges: true,
  productChanges: true,
  problemReports: true,
  weeklyReminder: false,
};
