import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** Makes one of a vanished record and its successor: G!DS-ID, action, note and link go on under the new bronID. */
export const AcceptRenumbering = defineRequest({
  name: 'AcceptRenumbering',
  summary: 'Accept that a record was renumbered.',
  service: 'publisher',
  payload: z.object({ itemId: z.int().positive(), by: z.string().min(1).max(200) }),
  reply: importRecordDetailSchema,
  example: { itemId: 12, by: 'i.manager' },
});
