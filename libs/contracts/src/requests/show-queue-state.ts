import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** How many messages wait at a service, and how many are set aside. */
export const ShowQueueState = defineRequest({
  name: 'ShowQueueState',
  summary: 'Show what waits at a service.',
  service: 'every service',
  payload: z.object({}),
  reply: z.object({
    queues: z.array(z.object({ name: z.string(), ready: z.int().nonnegative(), consumersAttached: z.boolean() })),
    outboxWaiting: z.int().nonnegative(),
    deadLettersOpen: z.int().nonnegative(),
  }),
  example: {},
});
