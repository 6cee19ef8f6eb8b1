import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A record that an accepted, complete file no longer holds (R96). */
export const RowVanished = defineEvent({
  name: 'RowVanished',
  context: 'import',
  summary: 'A record is no longer in the source file.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    recordId: z.string().min(1),
    /** The new bronID, where the same file brings one with the same name and address (FORMATS: renumbering). */
    renumberedTo: z.string().min(1).optional(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', recordId: '11UF00' },
});
