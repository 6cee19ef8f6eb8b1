import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { managements } from '../vocabulary/management.js';

/** Organisations of the back office: to link to, to copy under, or below one (contractenoverzicht). */
export const ListOrganisations = defineRequest({
  name: 'ListOrganisations',
  summary: 'List organisations of the directory.',
  service: 'publisher',
  payload: z.object({
    ...pageRequestShape,
    /** Part of the name; case and accents do not count. */
    name: z.string().max(200).optional(),
    town: z.string().max(200).optional(),
    parentGidsId: z.int().positive().optional(),
    managements: z.array(z.enum(managements)).optional(),
    visible: z.boolean().optional(),
  }),
  reply: pageOf(directoryOrganisationSchema),
  example: { page: 1, pageSize: 100, name: 'vlinder' },
});
