import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { mappedRecordExample } from '../mapped-record.js';
import { organisationContentSchema } from '../organisation.js';

/** An organisation that an editor manages was created, changed, shown or hidden. */
export const OrganisationSaved = defineEvent({
  name: 'OrganisationSaved',
  context: 'directory',
  summary: 'A managed organisation has new content or another visibility.',
  producer: 'publisher',
  schema: z.object({
    gidsId: z.int().positive(),
    /** Counts up with every change; a consumer keeps the highest. */
    version: z.int().positive(),
    visible: z.boolean(),
    organisation: organisationContentSchema,
    /** The record that it is a copy of: proof that both are one (DEDUPE 5.1). */
    copiedFrom: z.object({ sourceId: z.string(), recordId: z.string() }).optional(),
  }),
  example: { gidsId: 102938, version: 3, visible: true, organisation: mappedRecordExample.organisation },
});
