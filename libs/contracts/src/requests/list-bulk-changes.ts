import { z } from 'zod';
import { bulkChangeViewSchema } from '../bulk-change.js';
import { defineRequest } from '../define-request.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** Bulk changes of records of the asker's imports, newest first. */
export const ListBulkChanges = defineRequest({
  name: 'ListBulkChanges',
  summary: 'List bulk changes, newest first.',
  service: 'publisher',
  payload: z.object({ ...pageRequestShape, importId: z.string().optional() }),
  reply: pageOf(bulkChangeViewSchema),
  example: { page: 1, pageSize: 20, importId: 'duo' },
});
