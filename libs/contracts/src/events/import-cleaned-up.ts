import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** All that an import brought was removed from the directory; the next run brings it as new (R97). */
export const ImportCleanedUp = defineEvent({
  name: 'ImportCleanedUp',
  context: 'directory',
  summary: 'Everything of an import was removed.',
  producer: 'publisher',
  schema: z.object({ importId: z.string(), by: z.string() }),
  example: { importId: 'lrk', by: 'beheerder' },
});
