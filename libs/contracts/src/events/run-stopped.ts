import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A person stopped a run; it may go on later, and tells `RunStarted` then. */
export const RunStopped = defineEvent({
  name: 'RunStopped',
  context: 'import',
  summary: 'A run was stopped by a person: nothing more of it leaves until it is resumed.',
  producer: 'fetcher',
  schema: z.object({
    importId: z.string(),
    sourceId: z.string(),
    runNumber: z.int().positive(),
    startedAt: z.iso.datetime(),
    code: z.string(),
    /** Who and why, in Dutch. */
    message: z.string(),
  }),
  example: { importId: 'duo', sourceId: 'duo-po', runNumber: 7, startedAt: '2026-08-04T06:00:00.000Z', code: 'STOPPED', message: 'Gestopt door i.manager: verkeerd bestand' },
});
