import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** How far the directory is with a run; sent at most twice a second per publisher. */
export const RunProgressed = defineEvent({
  name: 'RunProgressed',
  context: 'directory',
  summary: 'How many records of a run have reached the directory.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    processed: z.int().nonnegative(),
    /** Absent until everything of the run has been sent. */
    expected: z.int().nonnegative().optional(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', processed: 3000, expected: 6107 },
});
