import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { duplicatePolicies } from '../vocabulary/duplicate-policy.js';

/** Switches the duplicate policy of an import; its records are re-evaluated at once (A5). */
export const ChangeDuplicatePolicy = defineRequest({
  name: 'ChangeDuplicatePolicy',
  summary: 'Change the duplicate policy of an import.',
  service: 'deduplicator',
  payload: z.object({ importId: z.string(), policy: z.enum(duplicatePolicies), by: z.string().min(1).max(200) }),
  reply: z.object({ changed: z.int().nonnegative() }),
  example: { importId: 'duo', policy: 'GRADED', by: 'i.manager' },
});
