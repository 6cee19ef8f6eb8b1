import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { inboxMessageDetailSchema } from '../message-view.js';

/** One message of who asks, with what it says. */
export const ShowMessage = defineRequest({
  name: 'ShowMessage',
  summary: 'Show a message of the person who asks.',
  service: 'notifier',
  payload: z.object({ id: z.string() }),
  reply: inboxMessageDetailSchema,
  example: { id: '0123456789abcdef0123456789abcdef' },
});
