import { z } from 'zod';
import { contractSchema } from './contract.js';
import { issueSchema, organisationContentSchema } from './organisation.js';
import { managements } from './vocabulary/management.js';

/** An organisation as the back office sees it, hidden or not (R71). */
export const directoryOrganisationSchema = z.object({
  gidsId: z.int().positive(),
  management: z.enum(managements),
  organisation: organisationContentSchema,
  visible: z.boolean(),
  /** What is wrong by the validation rules; with an error it cannot be visible (R64). */
  findings: z.array(issueSchema),
  contract: contractSchema.optional(),
  /** The source and bronID that an imported one came from. */
  sourceId: z.string().optional(),
  recordId: z.string().optional(),
  /** The organisation that it was copied from. */
  copiedFromGidsId: z.int().positive().optional(),
  version: z.int().positive(),
  changedAt: z.iso.datetime(),
  /** When somebody last confirmed that the data are right (G16). */
  checkedAt: z.iso.datetime().optional(),
});
export type DirectoryOrganisation = z.infer<typeof directoryOrganisationSchema>;
