import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { reviewRoundSchema } from '../review.js';

/** Closes a controleronde in which all is judged (R81). */
export const CloseReviewRound = defineRequest({
  name: 'CloseReviewRound',
  summary: 'Close a review round.',
  service: 'publisher',
  payload: z.object({ roundId: z.int().positive(), by: z.string().min(1).max(200) }),
  reply: reviewRoundSchema,
  example: { roundId: 3, by: 'i.manager' },
});
