import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { duplicateExample, recordDuplicatesShape } from '../duplicate.js';
import { mappedRecordExample, mappedRecordShape } from '../mapped-record.js';

/** A mapped organisation that the directory seems to hold already (S2:62, R43), carried on. */
export const DuplicateFound = defineEvent({
  name: 'DuplicateFound',
  context: 'matching',
  summary: 'A mapped organisation looks like one that an editor manages.',
  producer: 'deduplicator',
  schema: z.object({ ...mappedRecordShape, ...recordDuplicatesShape, duplicates: recordDuplicatesShape.duplicates.min(1) }),
  example: { ...mappedRecordExample, matchVersion: 1, duplicates: [duplicateExample] },
});
