import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { inboxMessageSchema } from '../message-view.js';

/** Who asks has read a message of his, or wants to read it again later. */
export const MarkMessageRead = defineRequest({
  name: 'MarkMessageRead',
  summary: 'Mark a message of the person who asks as read or unread.',
  service: 'notifier',
  payload: z.object({ id: z.string(), read: z.boolean() }),
  reply: inboxMessageSchema,
  example: { id: '0123456789abcdef0123456789abcdef', read: true },
});
