import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** ImportToelichtingOpslaan (S2:111, R21): text of people, that no import changes. */
export const SaveImportNote = defineRequest({
  name: 'SaveImportNote',
  summary: 'Save the note of a record.',
  service: 'publisher',
  payload: z.object({ id: z.int().positive(), version: z.int().positive(), note: z.string().max(4_000), by: z.string().min(1).max(200) }),
  reply: importRecordDetailSchema,
  example: { id: 1042, version: 3, note: 'afgesproken met school: niet tonen', by: 'i.manager' },
});
