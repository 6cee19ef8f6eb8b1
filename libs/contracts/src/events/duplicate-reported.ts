import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** Somebody reported that an imported organisation is wrongly visible, or another problem with it (S1:34, R77). */
export const DuplicateReported = defineEvent({
  name: 'DuplicateReported',
  context: 'directory',
  summary: 'A problem with an imported organisation was reported.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    importRecordId: z.int().positive(),
    gidsId: z.int().positive(),
    name: z.string(),
    /** What the reporter wrote, at most 2,000 characters. */
    remark: z.string().max(2_000),
    /** Account name. */
    by: z.string(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', importRecordId: 1042, gidsId: 884213, name: 'De Regenboog', remark: 'Deze school staat er al.', by: 'j.bakker' },
});
