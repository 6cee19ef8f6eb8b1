import { z } from 'zod';

/** What a run would do with a record; `renumbered` is a removal and an addition that seem to be one. */
export const stagedOutcomes = ['added', 'changed', 'vanished', 'renumbered', 'rejected'] as const;

/** One record that a held run would touch. */
export const stagedRowViewSchema = z.object({
  outcome: z.enum(stagedOutcomes),
  /** The bronID; absent where the row had none that can be read. */
  recordId: z.string().optional(),
  name: z.string().optional(),
  /** Line of the file; absent for what is not in it any more. */
  line: z.int().positive().optional(),
  /** The new bronID of a renumbered record. */
  renumberedTo: z.string().optional(),
  /** It is shown now and would not be any more. */
  wouldBeHidden: z.boolean(),
  /** Why a row is rejected. */
  message: z.string().optional(),
});
export type StagedRowView = z.infer<typeof stagedRowViewSchema>;
