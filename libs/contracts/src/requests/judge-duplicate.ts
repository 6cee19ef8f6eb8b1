import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { duplicateSchema } from '../duplicate.js';
import { recordReferenceShape } from '../mapped-record.js';
import { duplicateVerdicts } from '../vocabulary/duplicate-verdict.js';

/** A person says whether two organisations are the same; without a verdict an earlier one is taken back (R46, DEDUPE 5.7). */
export const JudgeDuplicate = defineRequest({
  name: 'JudgeDuplicate',
  summary: 'Judge a pair.',
  service: 'deduplicator',
  payload: z.object({
    ...recordReferenceShape,
    gidsId: z.int().positive(),
    verdict: z.enum(duplicateVerdicts).optional(),
    by: z.string().min(1).max(200),
  }),
  reply: z.object({ duplicates: z.array(duplicateSchema) }),
  example: { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00', gidsId: 102938, verdict: 'NOT_DUPLICATE', by: 'i.manager' },
});
