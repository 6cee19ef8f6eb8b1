import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordFilterShape } from '../import-record-filter.js';
import { importRecordSortFields } from '../import-record-view.js';

/** Which records a filter means at this moment, in order: what is done with them later is done with exactly these. */
export const ListRecordIds = defineRequest({
  name: 'ListRecordIds',
  summary: 'List the ids of the records that a filter means now.',
  service: 'publisher',
  payload: z.object({
    ...importRecordFilterShape,
    sort: z.array(z.object({ field: z.enum(importRecordSortFields), descending: z.boolean() })).max(3).default([]),
  }),
  reply: z.object({ ids: z.array(z.int().positive()) }),
  example: { importId: 'duo', statuses: ['DUPLICATES_FOUND'], sort: [] },
});
