import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { stagedOutcomes, stagedRowViewSchema } from '../staged-row-view.js';

/** Exactly which records a held run would touch (R8). */
export const ListStagedRows = defineRequest({
  name: 'ListStagedRows',
  summary: 'List what a held run would do.',
  service: 'fetcher',
  payload: z.object({
    ...pageRequestShape,
    runId: z.uuid(),
    outcomes: z.array(z.enum(stagedOutcomes)).optional(),
  }),
  reply: pageOf(stagedRowViewSchema),
  example: { page: 1, pageSize: 100, runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', outcomes: ['vanished'] },
});
