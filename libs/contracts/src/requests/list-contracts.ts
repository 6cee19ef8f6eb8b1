import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';
import { pageOf, pageRequestShape } from '../run-view.js';
import { contractActions } from '../vocabulary/contract-action.js';

/** The contractenoverzicht of an organisation: what stands directly below it, and what the actor may add there (R65, G11). */
export const ListContracts = defineRequest({
  name: 'ListContracts',
  summary: 'List the contracts below an organisation.',
  service: 'publisher',
  payload: z.object({ ...pageRequestShape, gidsId: z.int().positive() }),
  reply: pageOf(directoryOrganisationSchema).extend({
    /** What the actor may do here, in the order of the buttons; empty for who is no account manager of it or above. */
    actions: z.array(z.enum(contractActions)),
  }),
  example: { page: 1, pageSize: 100, gidsId: 100009 },
});
