import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** One import record, by its own id. */
export const ShowImportRecord = defineRequest({
  name: 'ShowImportRecord',
  summary: 'Show one import record with its findings.',
  service: 'publisher',
  payload: z.object({ id: z.int().positive() }),
  reply: importRecordDetailSchema,
  example: { id: 1042 },
});
