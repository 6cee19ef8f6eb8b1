import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { organisationKinds } from '../vocabulary/organisation-kind.js';
import { organisationViewSchema } from '../organisation-view.js';
import { pageOf, pageRequestShape } from '../run-view.js';

/** What the public sees: visible organisations only (R98). */
export const ListVisibleOrganisations = defineRequest({
  name: 'ListVisibleOrganisations',
  summary: 'List visible organisations.',
  service: 'publisher',
  payload: z.object({
    ...pageRequestShape,
    name: z.string().max(200).optional(),
    town: z.string().max(200).optional(),
    postcode: z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/).optional(),
    kinds: z.array(z.enum(organisationKinds)).optional(),
  }),
  reply: pageOf(organisationViewSchema),
  example: { page: 1, pageSize: 100, town: 'Emmen' },
});
