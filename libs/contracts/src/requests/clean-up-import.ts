import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Hides or removes everything of an import in one guarded act; nothing outside its importorganisatie changes (R97). */
export const CleanUpImport = defineRequest({
  name: 'CleanUpImport',
  summary: 'Hide or remove everything of an import.',
  service: 'publisher',
  payload: z.object({
    importId: z.string(),
    mode: z.enum(['HIDE', 'DELETE']),
    /** How many organisations one expects it to be: the guard against a slip. */
    expectedOrganisations: z.int().nonnegative(),
    by: z.string().min(1).max(200),
  }),
  reply: z.object({ organisations: z.int().nonnegative(), products: z.int().nonnegative() }),
  example: { importId: 'lrk', mode: 'DELETE', expectedOrganisations: 31800, by: 'beheerder' },
});
