import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { messageTopics } from '../message-preference.js';

/** Who holds the link of a mail wants no more mail of its kind; asking it again changes nothing (RFC 8058). */
export const Unsubscribe = defineRequest({
  name: 'Unsubscribe',
  summary: 'Stop the mail that a link to unsubscribe is for.',
  service: 'notifier',
  payload: z.object({ token: z.string().max(100) }),
  reply: z.object({ importId: z.string(), topics: z.array(z.enum(messageTopics)) }),
  example: { token: 'dGhpcyBpcyBhbiBleGFtcGxlIG9ubHk' },
});
