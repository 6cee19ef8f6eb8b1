import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { pageOf, pageRequestShape } from '../run-view.js';

export const deadLetterStates = ['OPEN', 'REDRIVEN'] as const;

export const deadLetterViewSchema = z.object({
  id: z.uuid(),
  queue: z.string(),
  /** Stays the same when it is sent again. */
  messageId: z.string(),
  eventType: z.string(),
  runId: z.string().optional(),
  subject: z.string().optional(),
  /** Why it was set aside: `malformed`, `unknownType`, `invalid`, `failed`, `crashed` or `exhausted`. */
  reason: z.string(),
  error: z.string(),
  attempts: z.int().nonnegative(),
  state: z.enum(deadLetterStates),
  redrives: z.int().nonnegative(),
  createdAt: z.iso.datetime(),
});
export type DeadLetterView = z.infer<typeof deadLetterViewSchema>;

/** Messages that a service could not process. */
export const ListDeadLetters = defineRequest({
  name: 'ListDeadLetters',
  summary: 'List the dead letters of a service.',
  service: 'every service',
  payload: z.object({ ...pageRequestShape, state: z.enum(deadLetterStates).optional(), id: z.uuid().optional() }),
  reply: pageOf(deadLetterViewSchema.extend({ payload: z.string().optional() })),
  example: { page: 1, pageSize: 100, state: 'OPEN' },
});
