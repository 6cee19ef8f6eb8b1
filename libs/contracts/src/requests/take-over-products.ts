import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema, takeOverModes } from '../import-record-view.js';

/** Takes over all products of a linked record, also later ones, or a selection (R59, R73, A24). */
export const TakeOverProducts = defineRequest({
  name: 'TakeOverProducts',
  summary: 'Take over products of a linked record.',
  service: 'publisher',
  payload: z.object({
    id: z.int().positive(),
    version: z.int().positive(),
    mode: z.enum(takeOverModes),
    /** With SELECTION: which. */
    productGidsIds: z.array(z.int().positive()).max(1_000).default([]),
    by: z.string().min(1).max(200),
  }),
  reply: importRecordDetailSchema,
  example: { id: 1042, version: 3, mode: 'ALL', productGidsIds: [], by: 'm.devries' },
});
