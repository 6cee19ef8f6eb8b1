import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A row that is new at the source or differs from what was sent before (DESIGN §4, change detection). */
export const RowParsed = defineEvent({
  name: 'RowParsed',
  context: 'import',
  summary: 'A new or changed row of a source file, cleaned but not interpreted.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    /** The bronID: opaque text, leading zeros kept (R18). */
    recordId: z.string().min(1),
    /** Line of the source file on which the row starts. */
    line: z.int().positive(),
    change: z.enum(['added', 'changed']),
    /** Values by column name, blanks left out. */
    fields: z.record(z.string(), z.string()),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    recordId: '16AH00',
    line: 2,
    change: 'added',
    fields: { VESTIGINGSCODE: '16AH00', VESTIGINGSNAAM: "Openbare Basisschool 't Eenspan", POSTCODE: '7822 HG' },
  },
});
