import { z } from 'zod';
import { historyKinds } from './vocabulary/history-kind.js';

/** One thing that happened to a record: who or which run, what, why and when (R99). */
export const historyEntrySchema = z.object({
  at: z.iso.datetime(),
  kind: z.enum(historyKinds),
  /** One Dutch sentence: what, and why. */
  sentence: z.string(),
  /** Who did it; absent where a run or an event did. */
  by: z.string().optional(),
  runId: z.uuid().optional(),
  runNumber: z.int().positive().optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
