import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** A source did not have its run in the window in which its schedule expects one (SCREENS §6 M5). */
export const RunOverdue = defineEvent({
  name: 'RunOverdue',
  context: 'import',
  summary: 'A source is late: no run ended well since its schedule expected one.',
  producer: 'fetcher',
  schema: z.object({ importId: z.string(), sourceId: z.string(), expectedAt: z.iso.datetime(), lastCompletedAt: z.iso.datetime().optional() }),
  example: { importId: 'duo', sourceId: 'duo-po', expectedAt: '2026-12-06T05:00:00.000Z', lastCompletedAt: '2026-11-22T05:04:11.000Z' },
});
