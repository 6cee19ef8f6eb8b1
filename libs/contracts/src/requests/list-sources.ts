import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { runViewSchema } from '../run-view.js';

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
