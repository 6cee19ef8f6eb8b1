import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { directoryOrganisationSchema } from '../directory-organisation.js';

/** One organisation as the back office sees it, hidden or not (R71). */
export const ShowOrganisation = defineRequest({
  name: 'ShowOrganisation',
  summary: 'Show one organisation of the directory.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: directoryOrganisationSchema,
  example: { gidsId: 102938 },
});
