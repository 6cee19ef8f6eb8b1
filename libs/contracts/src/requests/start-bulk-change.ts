import { z } from 'zod';
import { bulkChangeViewSchema, bulkOrderSchema } from '../bulk-change.js';
import { defineRequest } from '../define-request.js';
import { importRecordFilterSchema } from '../import-record-filter.js';

/**
 * Changes all records that a filter means now (R86): exactly these, whatever they become meanwhile. Refused where their
 * number is not the one that the person saw.
 */
export const StartBulkChange = defineRequest({
  name: 'StartBulkChange',
  summary: 'Change all records that a filter means now.',
  service: 'publisher',
  payload: z.object({ filter: importRecordFilterSchema, expectedCount: z.int().nonnegative(), order: bulkOrderSchema, by: z.string().min(1).max(200) }),
  reply: bulkChangeViewSchema,
  example: { filter: { importId: 'duo', statuses: ['DUPLICATES_FOUND'] }, expectedCount: 342, order: { kind: 'ACTION', publicationAction: 'DO_NOT_SHOW' }, by: 'i.manager' },
});
