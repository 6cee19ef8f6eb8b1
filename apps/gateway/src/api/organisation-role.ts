import type { RoleHolder } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';

export const organisationRoleSchema = named('OrganisatieRolSoort', termSchema(termTables.organisationRole, 'Wat iemand bij een organisatie is.'));

/** Somebody with a role at an organisation that people manage (G12). */
export const roleHolderSchema = named(
  'OrganisatieRol',
  z
    .object({
      account: z.string().describe('Naam van het account.'),
      rol: organisationRoleSchema,
      actief: z.boolean().describe('Of het account open is; bij een geblokkeerd account betekent de rol niets.'),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Wie welke rol bij een organisatie heeft.'),
);
export type ApiRoleHolder = z.infer<typeof roleHolderSchema>;

export const roleListSchema = named(
  'OrganisatieRollen',
  z.object({ _embedded: z.object({ item: z.array(roleHolderSchema) }), _links: z.object({ self: linkSchema }) }),
);
export type ApiRoleList = z.infer<typeof roleListSchema>;

/** @returns somebody's role as the API tells it; its address is where it is taken away */
export function toRoleHolder(gidsId: number, { account, role, active }: RoleHolder, links: ApiLinks): ApiRoleHolder {
  const rol = apiValueOf(termTables.organisationRole, role);
  return { account, rol, actief: active, _links: { self: links.organisationRole(gidsId, rol, account) } };
}

/** @returns all roles at an organisation as the API tells them */
export function toRoleList(gidsId: number, holders: readonly RoleHolder[], links: ApiLinks): ApiRoleList {
  return { _embedded: { item: holders.map((holder) => toRoleHolder(gidsId, holder, links)) }, _links: { self: links.organisationRoles(gidsId) } };
}
