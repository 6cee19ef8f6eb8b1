import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { scheduleViewSchema } from './list-sources.js';

/** Changes when a source is fetched by itself (R3); what is absent stays as it is. */
export const ChangeSchedule = defineRequest({
  name: 'ChangeSchedule',
  summary: 'Change when a source is fetched.',
  service: 'fetcher',
  payload: z.object({
    sourceId: z.string(),
    everyDays: scheduleViewSchema.shape.everyDays.optional(),
    time: scheduleViewSchema.shape.time.optional(),
    firstOn: scheduleViewSchema.shape.firstOn.optional(),
    active: z.boolean().optional(),
    by: z.string().min(1).max(200),
  }),
  reply: scheduleViewSchema,
  example: { sourceId: 'duo-po', everyDays: 7, time: '05:30', by: 'beheerder' },
});
