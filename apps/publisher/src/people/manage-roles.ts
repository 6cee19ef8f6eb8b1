import { RequestRefused, type AppointRole, type ListRoles, type OrganisationRole, type PayloadOf, type ReplyOf, type WithdrawRole } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { lockManaged, nextVersion } from '../organisations/managed-store.js';
import { requireSeen } from '../organisations/seen-by.js';
import type { Asker } from './may.js';
import { knownPerson, type Known } from './person-store.js';
import { acts } from './rights.js';
import { addRole, listRoleHolders, removeRole } from './role-store.js';
import { tellPeople } from './tell-people.js';

/** Who has which role at an organisation; nobody at what an import holds (R11). @throws RequestRefused (404) where there is none */
export async function listRoles(sql: Sql, { gidsId }: PayloadOf<typeof ListRoles>, asker: Asker): Promise<ReplyOf<typeof ListRoles>> {
  await requireSeen(sql, asker, gidsId);
  return { items: await listRoleHolders(sql, gidsId) };
}

/**
 * Gives somebody a role; who has it already keeps it (G12).
 * @throws RequestRefused where the organisation is unknown (404) or belongs to an import (409, R11), where the asker may
 *   not (403), and where nobody has that account or it is blocked (400)
 */
export async function appointRole(unit: UnitOfWork, command: PayloadOf<typeof AppointRole>, asker: Asker, now: Date): Promise<ReplyOf<typeof AppointRole>> {
  const { account, role, by } = command;
  const { gidsId } = await lockManaged(unit.sql, { gidsId: command.gidsId }, asker, acts.appoint);
  refuseUnlessActive(account, await knownPerson(unit.sql, account));
  if (await addRole(unit.sql, { gidsId, account, role }, by, now)) await tellChange(unit, gidsId, role);
  return { account, role, active: true };
}

/**
 * Takes a role away, also of somebody who is blocked; who has it not stays without.
 * @throws RequestRefused as `appointRole` does of the organisation and of the asker
 */
export async function withdrawRole(unit: UnitOfWork, command: PayloadOf<typeof WithdrawRole>, asker: Asker): Promise<ReplyOf<typeof WithdrawRole>> {
  const { account, role } = command;
  const { gidsId } = await lockManaged(unit.sql, { gidsId: command.gidsId }, asker, acts.appoint);
  const withdrawn = await removeRole(unit.sql, { gidsId, account, role });
  if (withdrawn) await tellChange(unit, gidsId, role);
  return { withdrawn };
}

/** Others are told of editors only; each time as a newer version, because they keep the newest. */
async function tellChange(unit: UnitOfWork, gidsId: number, role: OrganisationRole): Promise<void> {
  if (role !== 'EDITOR' && role !== 'EXTERNAL_EDITOR') return;
  await nextVersion(unit.sql, gidsId);
  await tellPeople(unit, gidsId);
}

function refuseUnlessActive(account: string, known: Known): void {
  if (known === 'active') return;
  const message = known === 'unknown' ? `Er is geen account "${account}". Laat een systeembeheerder het aanmaken.` : `Account "${account}" is geblokkeerd. Kies iemand anders, of laat een systeembeheerder het weer openstellen.`;
  const code = known === 'unknown' ? 'unknownPerson' : 'blockedPerson';
  throw new RequestRefused({ kind: 'invalid', code, message, errors: [{ field: 'account', code, message }] });
}
