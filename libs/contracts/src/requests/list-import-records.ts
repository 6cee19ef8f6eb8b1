import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordSortFields, importRecordViewSchema, recordTypes } from '../import-record-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { importStatuses } from '../vocabulary/import-status.js';
import { publicationActions } from '../vocabulary/publication-action.js';

/** HaalImportstatussen (S2:108, R85, R88): filters combine with AND, ties are broken by bronID. */
export const ListImportRecords = defineRequest({
  name: 'ListImportRecords',
  summary: 'List import records by status, action and name.',
  service: 'publisher',
  payload: z.object({
    ...pageRequestShape,
    importId: z.string().optional(),
    sourceId: z.string().optional(),
    recordId: z.string().optional(),
    gidsId: z.int().positive().optional(),
    types: z.array(z.enum(recordTypes)).optional(),
    statuses: z.array(z.enum(importStatuses)).optional(),
    publicationActions: z.array(z.enum(publicationActions)).optional(),
    /** Part of the name; case and accents do not count. */
    name: z.string().max(200).optional(),
    visible: z.boolean().optional(),
    sort: z
      .array(z.object({ field: z.enum(importRecordSortFields), descending: z.boolean() }))
      .max(3)
      .default([]),
  }),
  reply: pageOf(importRecordViewSchema),
  example: { page: 1, pageSize: 100, statuses: ['DUPLICATES_FOUND'], sort: [{ field: 'name', descending: false }] },
});
