import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';
import { heldRunDecisions } from '../vocabulary/held-run-decision.js';

/** What a person decides on a held run; nothing of it has been changed yet (R8). */
export const DecideHeldRun = defineRequest({
  name: 'DecideHeldRun',
  summary: 'Apply or refuse a held run.',
  service: 'fetcher',
  payload: z.object({ runId: z.uuid(), decision: z.enum(heldRunDecisions), reason: z.string().trim().min(1).max(1_000), by: z.string().min(1).max(200) }),
  reply: runViewSchema,
  example: { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', decision: 'REFUSE', reason: 'Bestand is niet compleet', by: 'i.manager' },
});
