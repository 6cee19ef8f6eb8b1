import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A managed organisation is gone from the directory. */
export const OrganisationRemoved = defineEvent({
  name: 'OrganisationRemoved',
  context: 'directory',
  summary: 'A managed organisation was deleted.',
  producer: 'publisher',
  schema: z.object({ gidsId: z.int().positive(), version: z.int().positive() }),
  example: { gidsId: 102938, version: 4 },
});
