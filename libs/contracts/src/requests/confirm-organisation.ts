import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';

/** Says that the data are right: the control term starts again (G16). */
export const ConfirmOrganisation = defineRequest({
  name: 'ConfirmOrganisation',
  summary: 'Confirm the data of a managed organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), by: z.string().min(1).max(200) }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 102938, version: 3, by: 'm.devries' },
});
