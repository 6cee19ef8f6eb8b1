import { z } from 'zod';
import { organisationContentSchema } from './organisation.js';
import { productViewSchema } from './product.js';

/** An organisation as the public reads it (R98). */
export const organisationViewSchema = z.object({
  gidsId: z.int().positive(),
  organisation: organisationContentSchema,
  /** Which source it came from; absent on managed organisations (N43). */
  sourceId: z.string().optional(),
  /** Its visible products, its own and those it took over; only where one organisation is shown (R59, R70). */
  products: z.array(productViewSchema).optional(),
  changedAt: z.iso.datetime(),
});
export type OrganisationView = z.infer<typeof organisationViewSchema>;
