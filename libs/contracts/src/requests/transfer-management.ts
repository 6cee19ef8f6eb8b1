import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** Beheer overdragen (S2:33, R62): copy, action 3 and, if asked, a link, all or nothing; never leaves nothing visible (A35). */
export const TransferManagement = defineRequest({
  name: 'TransferManagement',
  summary: 'Transfer an imported organisation to an editor.',
  service: 'publisher',
  payload: z.object({
    /** The import record. */
    id: z.int().positive(),
    version: z.int().positive(),
    parentGidsId: z.int().positive().optional(),
    accountManager: z.string().trim().max(200).optional(),
    link: z.boolean(),
    by: z.string().min(1).max(200),
  }),
  reply: z.object({
    copy: directoryOrganisationSchema,
    record: importRecordDetailSchema,
    /** The copy is invalid, so the imported one stays visible and on its action (A35). */
    postponed: z.boolean(),
  }),
  example: { id: 1042, version: 3, parentGidsId: 100009, accountManager: 'm.devries', link: true, by: 'm.devries' },
});
