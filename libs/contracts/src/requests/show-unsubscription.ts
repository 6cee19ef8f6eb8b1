import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { messageTopics } from '../message-preference.js';

/** What the link in a mail would switch off; nothing changes. */
export const ShowUnsubscription = defineRequest({
  name: 'ShowUnsubscription',
  summary: 'Show what a link to unsubscribe is for.',
  service: 'notifier',
  payload: z.object({ token: z.string().max(100) }),
  reply: z.object({ importId: z.string(), topics: z.array(z.enum(messageTopics)) }),
  example: { token: 'dGhpcyBpcyBhbiBleGFtcGxlIG9ubHk' },
});
