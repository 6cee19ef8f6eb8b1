import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { reviewItemSchema } from '../review.js';

/** Judges one item: it stays judged until its reason changes (A33). */
export const JudgeReviewItem = defineRequest({
  name: 'JudgeReviewItem',
  summary: 'Judge an item of a review round.',
  service: 'publisher',
  payload: z.object({ itemId: z.int().positive(), judgement: z.string().trim().max(1_000), by: z.string().min(1).max(200) }),
  reply: reviewItemSchema,
  example: { itemId: 12, judgement: 'niets veranderen', by: 'i.manager' },
});
