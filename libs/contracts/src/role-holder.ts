import { z } from 'zod';
import { organisationRoles } from './vocabulary/organisation-role.js';

/** Somebody with a role at an organisation that people manage (G12). */
export const roleHolderSchema = z.object({
  /** Account name. */
  account: z.string().min(1).max(200),
  role: z.enum(organisationRoles),
  /** False where the account is blocked: the role then means nothing until it is open again. */
  active: z.boolean(),
});
export type RoleHolder = z.infer<typeof roleHolderSchema>;
