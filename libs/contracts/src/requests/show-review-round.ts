import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { reviewRoundSchema } from '../review.js';

/** The last controleronde of an import, with its progress (R81). */
export const ShowReviewRound = defineRequest({
  name: 'ShowReviewRound',
  summary: 'Show the review round of an import.',
  service: 'publisher',
  payload: z.object({ importId: z.string() }),
  reply: reviewRoundSchema,
  example: { importId: 'duo' },
});
