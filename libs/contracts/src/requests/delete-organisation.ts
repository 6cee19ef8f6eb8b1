import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Deletes a managed organisation with its contract and products; one with organisations below it is refused (R50). */
export const DeleteOrganisation = defineRequest({
  name: 'DeleteOrganisation',
  summary: 'Delete a managed organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive(), version: z.int().positive(), by: z.string().min(1).max(200) }),
  reply: z.object({ gidsId: z.int().positive() }),
  example: { gidsId: 102938, version: 3, by: 'm.devries' },
});
