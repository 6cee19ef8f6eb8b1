import { z } from 'zod';

/** Something about a file that is unlike the last one, beyond what its source allows (RELIABILITY c5). */
export const runFindingSchema = z.object({
  code: z.enum(['BELOW_MIN', 'ABOVE_MAX', 'TOO_MANY_CLOSURES', 'TOO_MANY_CHANGES', 'TOO_MANY_BAD_ROWS', 'FILL_RATE', 'TOO_MANY_HIDDEN']),
  /** One Dutch sentence with the measured value and the limit. */
  message: z.string(),
  measured: z.number(),
  limit: z.number(),
});
export type RunFinding = z.infer<typeof runFindingSchema>;
