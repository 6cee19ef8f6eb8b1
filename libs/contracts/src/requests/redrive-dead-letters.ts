import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Sends dead letters to their queue again, with the ids they had: an effect that was there stays single. */
export const RedriveDeadLetters = defineRequest({
  name: 'RedriveDeadLetters',
  summary: 'Send dead letters of a service again.',
  service: 'every service',
  payload: z.object({
    /** All open ones when absent. */
    ids: z.array(z.uuid()).max(1000).optional(),
  }),
  reply: z.object({ redriven: z.int().nonnegative() }),
  example: { ids: ['019a9f3e-7a10-7cc3-98c4-dc0c0c07398f'] },
});
