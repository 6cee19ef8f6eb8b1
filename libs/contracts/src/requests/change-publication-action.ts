import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';
import { publicationActions } from '../vocabulary/publication-action.js';

/** WijzigPublicatieActie (S2:109, R89): acts at once (A31); a linked record is refused unless it is unlinked in the same act (A18). */
export const ChangePublicationAction = defineRequest({
  name: 'ChangePublicationAction',
  summary: 'Change the publication action of a record.',
  service: 'publisher',
  payload: z.object({
    id: z.int().positive(),
    version: z.int().positive(),
    publicationAction: z.enum(publicationActions),
    /** "Ontkoppelen en wijzigen" in one confirmed act (A18). */
    unlink: z.boolean().default(false),
    by: z.string().min(1).max(200),
  }),
  reply: importRecordDetailSchema,
  example: { id: 1042, version: 3, publicationAction: 'DO_NOT_SHOW', unlink: false, by: 'i.manager' },
});
