import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** What went wrong in one run, by cause: rows that could not be read and findings of the records that it brought (R80). */
export const ListErrorGroups = defineRequest({
  name: 'ListErrorGroups',
  summary: 'List what went wrong in a run, by cause.',
  service: 'publisher',
  payload: z.object({ runId: z.uuid() }),
  reply: z.object({
    /** The most frequent first. */
    items: z.array(
      z.object({
        code: z.string(),
        field: z.string(),
        /** Whether it hides the record, only left a value out, or kept a whole row from being read. */
        severity: z.enum(['error', 'warning', 'rejected']),
        count: z.int().positive(),
        example: z.object({ recordId: z.string().optional(), line: z.int().positive().optional(), value: z.string(), message: z.string() }),
      }),
    ),
  }),
  example: { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f' },
});
