import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordFilterShape } from '../import-record-filter.js';
import { importRecordSortFields, importRecordViewSchema } from '../import-record-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** HaalImportstatussen (S2:108, R85, R88): filters combine with AND, ties are broken by bronID. */
export const ListImportRecords = defineRequest({
  name: 'ListImportRecords',
  summary: 'List import records by status, action and name.',
  service: 'publisher',
  payload: z.object({
    ...pageRequestShape,
    ...importRecordFilterShape,
    /** Where false, nobody counts: `total` is then no more than what shows whether there is a next page. */
    count: z.boolean().optional(),
    sort: z
      .array(z.object({ field: z.enum(importRecordSortFields), descending: z.boolean() }))
      .max(3)
      .default([]),
  }),
  reply: pageOf(importRecordViewSchema),
  example: { page: 1, pageSize: 100, statuses: ['DUPLICATES_FOUND'], sort: [{ field: 'name', descending: false }] },
});
