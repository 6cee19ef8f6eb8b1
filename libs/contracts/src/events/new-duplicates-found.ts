import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** As many as one event tells of by name; the rest is only counted. */
export const mostNamedDuplicates = 200;

/**
 * Records have duplicates that they had not at their evaluation before (R74): told once at the end of a run, and at
 * once where an edit of the directory brought them about. Not told of records on action 3 or of linked ones.
 */
export const NewDuplicatesFound = defineEvent({
  name: 'NewDuplicatesFound',
  context: 'directory',
  summary: 'Imported organisations have possible duplicates that they had not before.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    total: z.int().positive(),
    records: z
      .array(
        z.object({
          importRecordId: z.int().positive(),
          recordId: z.string(),
          gidsId: z.int().positive(),
          name: z.string(),
          duplicates: z.array(z.object({ gidsId: z.int().positive(), name: z.string(), reason: z.string() })).min(1),
        }),
      )
      .max(mostNamedDuplicates),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    total: 1,
    records: [
      { importRecordId: 1042, recordId: '16AH00', gidsId: 884213, name: 'De Regenboog', duplicates: [{ gidsId: 102938, name: 'OBS De Regenboog', reason: 'Zelfde adres (7822HG 58)' }] },
    ],
  },
});
