import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { organisationViewSchema } from '../organisation-view.js';

/** One visible organisation; a hidden one answers as an unknown one. */
export const ShowVisibleOrganisation = defineRequest({
  name: 'ShowVisibleOrganisation',
  summary: 'Show one visible organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: organisationViewSchema,
  example: { gidsId: 884213 },
});
