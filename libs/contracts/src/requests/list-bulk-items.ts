import { z } from 'zod';
import { bulkItemViewSchema, bulkOutcomes } from '../bulk-change.js';
import { defineRequest } from '../define-request.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** The records of one bulk change with what became of each, in the order in which they are done (R86). */
export const ListBulkItems = defineRequest({
  name: 'ListBulkItems',
  summary: 'List what became of the records of a bulk change.',
  service: 'publisher',
  payload: z.object({ ...pageRequestShape, id: z.uuid(), outcomes: z.array(z.enum(bulkOutcomes)).optional() }),
  reply: pageOf(bulkItemViewSchema),
  example: { page: 1, pageSize: 100, id: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990', outcomes: ['REFUSED'] },
});
