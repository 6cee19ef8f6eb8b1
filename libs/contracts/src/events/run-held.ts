import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { fileCountsSchema } from '../run-counts.js';
import { runFindingSchema } from '../run-finding.js';

/** A run that waits for a person: nothing has been changed (R8). */
export const RunHeld = defineEvent({
  name: 'RunHeld',
  context: 'import',
  summary: 'A run was held before its first change, because its file looks unlike the last one.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
    code: z.string(),
    message: z.string(),
    findings: z.array(runFindingSchema),
    counts: fileCountsSchema,
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    runNumber: 8,
    startedAt: '2026-08-18T06:00:00.000Z',
    code: 'BELOW_MIN',
    message: 'Het bestand telt 2.000 regels; de vorige keer waren het er 6.122.',
    findings: [{ code: 'BELOW_MIN', message: 'Het bestand telt 2.000 regels; de vorige keer waren het er 6.122.', measured: 2000, limit: 5510 }],
    counts: { read: 2000, added: 0, changed: 0, unchanged: 2000, vanished: 4122, rejected: 0 },
  },
});
