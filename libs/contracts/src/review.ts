import { z } from 'zod';
import { reviewReasons } from './vocabulary/review-reason.js';

/** One record that the system cannot judge (R81). */
export const reviewItemSchema = z.object({
  id: z.int().positive(),
  /** The import record that it is about. */
  recordId: z.int().positive(),
  name: z.string(),
  bronId: z.string(),
  reason: z.enum(reviewReasons),
  /** One Dutch sentence. */
  explanation: z.string(),
  openedAt: z.iso.datetime(),
  judgedAt: z.iso.datetime().optional(),
  judgedBy: z.string().optional(),
  judgement: z.string().optional(),
  /** Of a renumbered record: the record that seems to be its successor. */
  successorId: z.int().positive().optional(),
});
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** The controleronde of one import: opened by a run, closed by a person or by having nothing to judge. */
export const reviewRoundSchema = z.object({
  id: z.int().positive(),
  importId: z.string(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
  closedBy: z.string().optional(),
  total: z.int().nonnegative(),
  judged: z.int().nonnegative(),
});
export type ReviewRound = z.infer<typeof reviewRoundSchema>;
