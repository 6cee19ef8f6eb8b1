import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';

/** When a source is fetched by itself (R3), by the wall clock in the Netherlands. */
export const scheduleViewSchema = z.object({
  everyDays: z.int().min(1).max(366),
  time: z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/),
  /** One of its days. */
  firstOn: z.iso.date(),
  active: z.boolean(),
  /** Absent where it is not active. */
  nextAt: z.iso.datetime().optional(),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;

export const sourceViewSchema = z.object({
  id: z.string(),
  importId: z.string(),
  title: z.string(),
  url: z.string(),
  scheduleDays: z.int().positive(),
  attribution: z.string(),
  licence: z.string(),
  /** Records that the last accepted file held. */
  recordCount: z.int().nonnegative(),
  lastRun: runViewSchema.optional(),
  /** Absent until the scheduler has looked for the first time. */
  schedule: scheduleViewSchema.optional(),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

/** The sources with how they stand. */
export const ListSources = defineRequest({
  name: 'ListSources',
  summary: 'List the sources and the last run of each.',
  service: 'fetcher',
  payload: z.object({ sourceId: z.string().optional() }),
  reply: z.object({ items: z.array(sourceViewSchema) }),
  example: {},
});
