import { z } from 'zod';

/** An organisation of the directory that an imported one may be the same as. */
export const duplicateSchema = z.object({
  gidsId: z.int().positive(),
  name: z.string(),
  town: z.string().optional(),
  /** Only visible ones hide the imported organisation (A3). */
  visible: z.boolean(),
  /** The two literal rules of the seed (S2:62). */
  matchedOn: z.array(z.enum(['NAME', 'ADDRESS'])).min(1),
  /** Dutch sentences for the status explanation (R22). */
  reasons: z.array(z.string()).min(1),
});
export type Duplicate = z.infer<typeof duplicateSchema>;
