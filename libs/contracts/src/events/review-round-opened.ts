import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { reviewReasons } from '../vocabulary/review-reason.js';

/** After a run there is a work list of what the system cannot judge (R81, A33). */
export const ReviewRoundOpened = defineEvent({
  name: 'ReviewRoundOpened',
  context: 'directory',
  summary: 'A run left records for people to judge.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    /** Open items. */
    total: z.int().positive(),
    reasons: z.array(z.object({ reason: z.enum(reviewReasons), count: z.int().positive() })),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', total: 15, reasons: [{ reason: 'POSSIBLE_DUPLICATE', count: 15 }] },
});
