import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { roleHolderSchema } from '../role-holder.js';
import { organisationRoles } from '../vocabulary/organisation-role.js';

/** Gives somebody a role at a managed organisation; at what an import holds nobody gets one (R11). Repeatable. */
export const AppointRole = defineRequest({
  name: 'AppointRole',
  summary: 'Give a person a role at a managed organisation.',
  service: 'publisher',
  payload: z.object({
    gidsId: z.int().positive(),
    account: z.string().min(1).max(200),
    role: z.enum(organisationRoles),
    by: z.string().min(1).max(200),
  }),
  reply: roleHolderSchema,
  example: { gidsId: 102938, account: 'j.bakker', role: 'EDITOR', by: 'm.devries' },
});
