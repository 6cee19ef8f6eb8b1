import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';

/** One run with its progress and counts. */
export const ShowRun = defineRequest({
  name: 'ShowRun',
  summary: 'Show one run.',
  service: 'fetcher',
  payload: z.object({ runId: z.uuid() }),
  reply: runViewSchema,
  example: { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f' },
});
