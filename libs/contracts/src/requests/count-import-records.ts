import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordFilterShape, recordFacets } from '../import-record-filter.js';

/**
 * How many records there are per value of each facet, among those that the rest of the filter means: choosing another
 * value of a facet gives as many records as is told of it (R85, SCREENS §3.2).
 */
export const CountImportRecords = defineRequest({
  name: 'CountImportRecords',
  summary: 'Count import records per value of facets.',
  service: 'publisher',
  payload: z.object({ ...importRecordFilterShape, facets: z.array(z.enum(recordFacets)).min(1) }),
  reply: z.object({
    /** How many the whole filter means. */
    total: z.int().nonnegative(),
    facets: z.array(z.object({ facet: z.enum(recordFacets), values: z.array(z.object({ value: z.string(), count: z.int().positive() })) })),
  }),
  example: { importId: 'duo', facets: ['STATUS', 'PUBLICATION_ACTION'] },
});
