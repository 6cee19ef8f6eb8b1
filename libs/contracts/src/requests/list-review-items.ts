import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { reviewItemSchema } from '../review.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { reviewReasons } from '../vocabulary/review-reason.js';

/** The work list of a controleronde (R81). */
export const ListReviewItems = defineRequest({
  name: 'ListReviewItems',
  summary: 'List what is to be judged.',
  service: 'publisher',
  payload: z.object({
    ...pageRequestShape,
    importId: z.string(),
    reasons: z.array(z.enum(reviewReasons)).optional(),
    judged: z.boolean().optional(),
  }),
  reply: pageOf(reviewItemSchema),
  example: { page: 1, pageSize: 100, importId: 'duo', judged: false },
});
