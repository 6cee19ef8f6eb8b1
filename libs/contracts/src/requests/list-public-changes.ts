import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { organisationViewSchema } from '../organisation-view.js';

/** An organisation that changed: as it is now, or, where it is not public any more, that alone. */
export const publicChangeSchema = z.object({
  gidsId: z.int().positive(),
  changedAt: z.iso.datetime(),
  /** Absent where it was hidden or removed: a copy of it has to go. */
  organisation: organisationViewSchema.optional(),
});
export type PublicChange = z.infer<typeof publicChangeSchema>;

/** What changed of public organisations since a place in the feed (R98); from the beginning where there is none. */
export const ListPublicChanges = defineRequest({
  name: 'ListPublicChanges',
  summary: 'List what changed of public organisations.',
  service: 'publisher',
  payload: z.object({ after: z.string().max(60).optional(), limit: z.int().min(1).max(500) }),
  reply: z.object({
    items: z.array(publicChangeSchema),
    /** Where to go on. */
    cursor: z.string(),
    more: z.boolean(),
  }),
  example: { after: '74112-884213', limit: 100 },
});
