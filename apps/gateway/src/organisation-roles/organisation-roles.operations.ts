import { AppointRole } from '@gids/contracts';
import { z } from 'zod';
import { accountNameSchema } from '../api/account.js';
import { exampleLinks } from '../api/examples.js';
import { organisationRoleSchema, roleHolderSchema, roleListSchema, toRoleHolder, toRoleList } from '../api/organisation-role.js';
import { idInPath } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const tag = 'G!DS-organisaties';
const path = '/gids-organisaties/{gidsId}/rollen';
const gidsId = idInPath('Het G!DS-ID van de organisatie.');
const params = z.strictObject({ gidsId, rol: organisationRoleSchema, account: accountNameSchema });
const holder = { account: AppointRole.example.account, role: AppointRole.example.role, active: true } as const;

export const listOrganisationRoles = defineOperation({
  id: 'lijstOrganisatierollen',
  method: 'get',
  path,
  tag,
  summary: 'Toon wie welke rol bij een organisatie heeft',
  description: 'Bij wat een import brengt heeft niemand een rol.',
  input: { params: z.strictObject({ gidsId }) },
  success: { status: 200, description: 'De rollen, op naam.', schema: roleListSchema, example: toRoleList(AppointRole.example.gidsId, [holder], exampleLinks) },
  problems: [404],
});

export const appointRole = defineOperation({
  id: 'geefOrganisatierol',
  method: 'put',
  path: `${path}/{rol}/{account}`,
  tag,
  summary: 'Geef iemand een rol bij een organisatie',
  description: 'Kan niet bij een geïmporteerde organisatie of een importorganisatie, en niet aan een geblokkeerd account. Wie de rol al heeft, houdt haar.',
  input: { params },
  success: { status: 200, description: 'De rol.', schema: roleHolderSchema, example: toRoleHolder(AppointRole.example.gidsId, holder, exampleLinks) },
  problems: [403, 404, 409],
});

export const withdrawRole = defineOperation({
  id: 'trekOrganisatierolIn',
  method: 'delete',
  path: `${path}/{rol}/{account}`,
  tag,
  summary: 'Neem iemand een rol bij een organisatie af',
  description: 'Wie de rol niet heeft, blijft zonder.',
  input: { params },
  success: { status: 204, description: 'De rol is afgenomen.' },
  problems: [403, 404, 409],
});
