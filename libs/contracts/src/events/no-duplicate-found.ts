import { defineEvent } from '../define-event.js';
import { mappedRecordExample, mappedRecordSchema } from '../mapped-record.js';

/** A mapped organisation that is not in the directory yet, carried on. */
export const NoDuplicateFound = defineEvent({
  name: 'NoDuplicateFound',
  context: 'matching',
  summary: 'A mapped organisation looks like none that an editor manages.',
  producer: 'deduplicator',
  schema: mappedRecordSchema,
  example: mappedRecordExample,
});
