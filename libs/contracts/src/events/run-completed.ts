import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { runCountsSchema } from '../run-counts.js';

/** Everything of a run has reached the directory; the counts add up. */
export const RunCompleted = defineEvent({
  name: 'RunCompleted',
  context: 'directory',
  summary: 'A run has been processed whole.',
  producer: 'publisher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
    completedAt: z.iso.datetime(),
    counts: runCountsSchema,
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    runNumber: 7,
    startedAt: '2026-08-04T06:00:00.000Z',
    completedAt: '2026-08-04T06:00:21.000Z',
    counts: {
      read: 6122, added: 17, changed: 62, unchanged: 6043, vanished: 2, rejected: 0,
      conversionErrors: 0, validationErrors: 0, duplicatesFound: 3, visible: 6119, notVisible: 3, warnings: 4, setAside: 0,
    },
  },
});
