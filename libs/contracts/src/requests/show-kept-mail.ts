import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { keptMailSchema } from '../message-view.js';

/** One mail that is kept as long as there is no mail server, as HTML. */
export const ShowKeptMail = defineRequest({
  name: 'ShowKeptMail',
  summary: 'Show a mail that is kept while there is no mail server.',
  service: 'notifier',
  payload: z.object({ id: z.string() }),
  reply: keptMailSchema.extend({ html: z.string() }),
  example: { id: '0123456789abcdef0123456789abcdef' },
});
