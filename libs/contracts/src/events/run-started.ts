import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A run was planned for a source; its file is not judged yet. */
export const RunStarted = defineEvent({
  name: 'RunStarted',
  context: 'import',
  summary: 'A run of a source has started.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', runNumber: 7, startedAt: '2026-08-04T06:00:00.000Z' },
});
