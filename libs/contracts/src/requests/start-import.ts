import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';

/** Plans a run of a source: by pull, or for a file whose parts follow (R6). Repeatable with the same `runId`. */
export const StartImport = defineRequest({
  name: 'StartImport',
  summary: 'Plan a run of a source.',
  service: 'fetcher',
  payload: z.object({
    runId: z.uuid(),
    sourceId: z.string(),
    transport: z.enum(['PULL', 'PUSH']),
    /** Original name of a pushed file: text only, never a path. */
    fileName: z.string().max(255).optional(),
    /** Sends unchanged rows as well (DESIGN §4). */
    full: z.boolean().default(false),
    requestedBy: z.string().max(200),
  }),
  reply: runViewSchema,
  example: {
    runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
    sourceId: 'duo-po',
    transport: 'PUSH',
    fileName: 'duo-po-2026-08.csv',
    full: false,
    requestedBy: 'beheerder',
  },
});
