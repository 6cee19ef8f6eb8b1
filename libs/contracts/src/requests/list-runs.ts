import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { pageOf, pageRequestShape, runViewSchema } from '../run-view.js';
import { runStates } from '../vocabulary/run-state.js';

/** Runs, newest first. */
export const ListRuns = defineRequest({
  name: 'ListRuns',
  summary: 'List runs, newest first.',
  service: 'fetcher',
  payload: z.object({
    ...pageRequestShape,
    sourceId: z.string().optional(),
    states: z.array(z.enum(runStates)).optional(),
  }),
  reply: pageOf(runViewSchema),
  example: { page: 1, pageSize: 20, sourceId: 'duo-po' },
});
