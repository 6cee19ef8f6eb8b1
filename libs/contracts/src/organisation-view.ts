import { z } from 'zod';
import { organisationContentSchema } from './organisation.js';

/** An organisation as the public reads it (R98). */
export const organisationViewSchema = z.object({
  gidsId: z.int().positive(),
  organisation: organisationContentSchema,
  /** Which source it came from; absent on managed organisations (N43). */
  sourceId: z.string().optional(),
  changedAt: z.iso.datetime(),
});
export type OrganisationView = z.infer<typeof organisationViewSchema>;
