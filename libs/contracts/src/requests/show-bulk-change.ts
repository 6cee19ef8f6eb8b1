import { z } from 'zod';
import { bulkChangeViewSchema } from '../bulk-change.js';
import { defineRequest } from '../define-request.js';

/** One bulk change with how far it is. */
export const ShowBulkChange = defineRequest({
  name: 'ShowBulkChange',
  summary: 'Show one bulk change.',
  service: 'publisher',
  payload: z.object({ id: z.uuid() }),
  reply: bulkChangeViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990' },
});
