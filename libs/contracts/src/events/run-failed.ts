import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A run that ended without changing the directory. */
export const RunFailed = defineEvent({
  name: 'RunFailed',
  context: 'import',
  summary: 'A run was refused because of its file, or failed for a technical reason.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
    outcome: z.enum(['REFUSED', 'FAILED']),
    /** A code of RELIABILITY c5, such as `TRUNCATED`. */
    code: z.string(),
    message: z.string(),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    runNumber: 9,
    startedAt: '2026-09-01T06:00:00.000Z',
    outcome: 'REFUSED',
    code: 'TRUNCATED',
    message: 'De laatste regel (2.251) is afgebroken; haal het bestand opnieuw op.',
  },
});
