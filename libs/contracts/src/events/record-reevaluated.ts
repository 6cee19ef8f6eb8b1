import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { duplicateExample, recordDuplicatesShape } from '../duplicate.js';

/** A record that a run did not bring, whose duplicates the run found to be others than before (R39). */
export const RecordReevaluated = defineEvent({
  name: 'RecordReevaluated',
  context: 'matching',
  summary: 'An unchanged record of a run has other duplicates than before.',
  producer: 'deduplicator',
  schema: z.object(recordDuplicatesShape),
  example: { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00', matchVersion: 3, duplicates: [duplicateExample] },
});
