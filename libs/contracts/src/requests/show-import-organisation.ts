import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Which import an importorganisatie is the root of: the seed's functions name an import by its G!DS-ID (S2:107). */
export const ShowImportOrganisation = defineRequest({
  name: 'ShowImportOrganisation',
  summary: 'Tell which import an importorganisatie belongs to.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: z.object({ gidsId: z.int().positive(), importId: z.string(), name: z.string() }),
  example: { gidsId: 100001 },
});
