import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** All records of a source have been compared with the directory again: so many `RecordReevaluated` belong to the run (R39). */
export const SourceReevaluated = defineEvent({
  name: 'SourceReevaluated',
  context: 'matching',
  summary: 'A run has compared every record of its source with the directory.',
  producer: 'deduplicator',
  schema: z.object({ importId: z.string(), sourceId: z.string(), changed: z.int().nonnegative() }),
  example: { importId: 'duo', sourceId: 'duo-po', changed: 2 },
});
