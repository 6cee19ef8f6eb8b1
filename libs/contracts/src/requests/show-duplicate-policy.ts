import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { duplicatePolicies } from '../vocabulary/duplicate-policy.js';
import { matchClasses } from '../vocabulary/match-class.js';

/** The duplicate policy of an import, and what each policy comes to now: a manager sees it before switching (A5). */
export const ShowDuplicatePolicy = defineRequest({
  name: 'ShowDuplicatePolicy',
  summary: 'Show the duplicate policy of an import with the effect of each.',
  service: 'deduplicator',
  payload: z.object({ importId: z.string() }),
  reply: z.object({
    policy: z.enum(duplicatePolicies),
    /** Imported organisations with at least one pair that counts and is visible, by policy. */
    flagged: z.record(z.enum(duplicatePolicies), z.int().nonnegative()),
    /** Pairs by class. */
    pairs: z.partialRecord(z.enum(matchClasses), z.int().nonnegative()),
  }),
  example: { importId: 'duo' },
});
