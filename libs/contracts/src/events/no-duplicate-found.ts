import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { recordDuplicatesShape } from '../duplicate.js';
import { mappedRecordExample, mappedRecordShape } from '../mapped-record.js';

/** A mapped organisation that is not in the directory yet, carried on. */
export const NoDuplicateFound = defineEvent({
  name: 'NoDuplicateFound',
  context: 'matching',
  summary: 'A mapped organisation looks like none that an editor manages.',
  producer: 'deduplicator',
  schema: z.object({ ...mappedRecordShape, matchVersion: recordDuplicatesShape.matchVersion }),
  example: { ...mappedRecordExample, matchVersion: 1 },
});
