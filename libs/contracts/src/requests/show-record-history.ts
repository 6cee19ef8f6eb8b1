import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { historyEntrySchema } from '../record-history.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** All that happened to a record, the newest first (R99). */
export const ShowRecordHistory = defineRequest({
  name: 'ShowRecordHistory',
  summary: 'Show the history of a record.',
  service: 'publisher',
  payload: z.object({ ...pageRequestShape, id: z.int().positive() }),
  reply: pageOf(historyEntrySchema),
  example: { page: 1, pageSize: 100, id: 1042 },
});
