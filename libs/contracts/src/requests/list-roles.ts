import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { roleHolderSchema } from '../role-holder.js';

/** Who has which role at one organisation, by name; nobody at what an import holds (R11). */
export const ListRoles = defineRequest({
  name: 'ListRoles',
  summary: 'List who has which role at an organisation.',
  service: 'publisher',
  payload: z.object({ gidsId: z.int().positive() }),
  reply: z.object({ items: z.array(roleHolderSchema) }),
  example: { gidsId: 102938 },
});
