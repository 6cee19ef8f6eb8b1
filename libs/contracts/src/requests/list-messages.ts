import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { inboxMessageSchema } from '../message-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** The inbox of who asks, newest first. */
export const ListMessages = defineRequest({
  name: 'ListMessages',
  summary: 'List the messages of the person who asks.',
  service: 'notifier',
  payload: z.object({ ...pageRequestShape, read: z.boolean().optional() }),
  reply: pageOf(inboxMessageSchema).extend({ unread: z.int().nonnegative() }),
  example: { page: 1, pageSize: 100, read: false },
});
