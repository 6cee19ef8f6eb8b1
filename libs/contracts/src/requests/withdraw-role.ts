import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { organisationRoles } from '../vocabulary/organisation-role.js';

/** Takes a role at a managed organisation away. Repeatable: who has no such role, stays without. */
export const WithdrawRole = defineRequest({
  name: 'WithdrawRole',
  summary: 'Take a role at a managed organisation away.',
  service: 'publisher',
  payload: z.object({
    gidsId: z.int().positive(),
    account: z.string().min(1).max(200),
    role: z.enum(organisationRoles),
    by: z.string().min(1).max(200),
  }),
  reply: z.object({ withdrawn: z.boolean() }),
  example: { gidsId: 102938, account: 'j.bakker', role: 'EDITOR', by: 'm.devries' },
});
