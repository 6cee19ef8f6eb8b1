import { z } from 'zod';
import { bulkChangeViewSchema } from '../bulk-change.js';
import { defineRequest } from '../define-request.js';

/** Gives every record that a bulk change changed what it had before, unless somebody changed it since (SCREENS §3.8). */
export const UndoBulkChange = defineRequest({
  name: 'UndoBulkChange',
  summary: 'Undo a bulk change.',
  service: 'publisher',
  payload: z.object({ id: z.uuid(), by: z.string().min(1).max(200) }),
  reply: bulkChangeViewSchema,
  example: { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990', by: 'i.manager' },
});
