import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';

/** What a person may do with a run that is under way, or with one that he stopped. */
export const runControls = ['STOP', 'RESUME'] as const;
export type RunControl = (typeof runControls)[number];

/** Stops a run, so that no further rows leave, or lets a stopped one go on where it was (SCREENS §3.5); what left stays. */
export const ControlRun = defineRequest({
  name: 'ControlRun',
  summary: 'Stop a run, or resume a stopped one.',
  service: 'fetcher',
  payload: z.object({ runId: z.uuid(), control: z.enum(runControls), reason: z.string().trim().min(1).max(1_000), by: z.string().min(1).max(200) }),
  reply: runViewSchema,
  example: { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', control: 'STOP', reason: 'Verkeerd bestand', by: 'i.manager' },
});
