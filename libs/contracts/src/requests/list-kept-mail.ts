import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { keptMailSchema } from '../message-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** The mail that is kept as long as there is no mail server: all of it for a systeembeheerder, else that of who asks. */
export const ListKeptMail = defineRequest({
  name: 'ListKeptMail',
  summary: 'List the mail that is kept while there is no mail server.',
  service: 'notifier',
  payload: z.object(pageRequestShape),
  reply: pageOf(keptMailSchema),
  example: { page: 1, pageSize: 100 },
});
