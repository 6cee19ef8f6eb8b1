import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';

/** KopieerOrganisatie (S2:112, R63, R64): a new organisation with a new contract; invalid ones are copied as not visible. */
export const CopyOrganisation = defineRequest({
  name: 'CopyOrganisation',
  summary: 'Copy an organisation under another parent.',
  service: 'publisher',
  payload: z.object({
    gidsId: z.int().positive(),
    parentGidsId: z.int().positive().optional(),
    accountManager: z.string().trim().max(200).optional(),
    /** As the source, unless told (A16). */
    visible: z.boolean().optional(),
    withProducts: z.boolean().default(false),
    by: z.string().min(1).max(200),
  }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 100200, parentGidsId: 100009, accountManager: 'm.devries', withProducts: false, by: 'm.devries' },
});
