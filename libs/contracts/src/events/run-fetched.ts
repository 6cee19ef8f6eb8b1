import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { fileCountsSchema } from '../run-counts.js';

/** Everything of a run has been sent; the counts say what must arrive. */
export const RunFetched = defineEvent({
  name: 'RunFetched',
  context: 'import',
  summary: 'All rows of a run have been sent into the pipeline.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
    counts: fileCountsSchema,
    /** Events about records that must arrive in the directory before the run is complete. */
    sent: z.int().nonnegative(),
    /** A person let the run go on without removals: what is missing at the source stays as it is (R8). */
    withoutRemovals: z.boolean().optional(),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    runNumber: 7,
    startedAt: '2026-08-04T06:00:00.000Z',
    counts: { read: 6122, added: 17, changed: 62, unchanged: 6043, vanished: 2, rejected: 0 },
    sent: 81,
  },
});
