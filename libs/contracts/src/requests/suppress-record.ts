import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** Erases a person's record for good: content gone, never visible, also after later imports (N37). */
export const SuppressRecord = defineRequest({
  name: 'SuppressRecord',
  summary: 'Erase a record for good.',
  service: 'publisher',
  payload: z.object({ id: z.int().positive(), version: z.int().positive(), reason: z.string().trim().min(1).max(1_000), by: z.string().min(1).max(200) }),
  reply: importRecordDetailSchema,
  example: { id: 1042, version: 3, reason: 'Bezwaar van 3 november', by: 'i.manager' },
});
