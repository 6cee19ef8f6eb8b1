import { z } from 'zod';
import { comparisonSchema } from '../comparison.js';
import { defineRequest } from '../define-request.js';

/** What the sources say beside what a managed organisation says, for each imported one that is linked to it (S2:33, R58). */
export const ShowComparison = defineRequest({
  name: 'ShowComparison',
  summary: 'Compare a managed organisation with the imported ones that are linked to it.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: z.object({ gidsId: z.int().positive(), name: z.string(), comparisons: z.array(comparisonSchema) }),
  example: { gidsId: 102938 },
});
