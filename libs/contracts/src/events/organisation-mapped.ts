import { defineEvent } from '../define-event.js';
import { mappedRecordExample, mappedRecordSchema } from '../mapped-record.js';

/** A row became an organisation; conversion errors that left something to save are in `issues` (R25, A34). */
export const OrganisationMapped = defineEvent({
  name: 'OrganisationMapped',
  context: 'mapping',
  summary: 'A source row was mapped to an organisation of the directory.',
  producer: 'mapper',
  schema: mappedRecordSchema,
  example: mappedRecordExample,
});
