import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';

/** Shows or hides a managed organisation (R38, R61); an invalid one cannot be shown. */
export const ChangeVisibility = defineRequest({
  name: 'ChangeVisibility',
  summary: 'Show or hide a managed organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), visible: z.boolean(), by: z.string().min(1).max(200) }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 102938, version: 3, visible: false, by: 'm.devries' },
});
