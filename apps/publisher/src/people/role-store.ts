import type { OrganisationRole, RoleHolder } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Standing } from './may.js';

/** Somebody's role at an organisation. */
export interface Appointment {
  readonly gidsId: number;
  readonly account: string;
  readonly role: OrganisationRole;
}

/** Every organisation above $1, however high. */
const above = `WITH RECURSIVE above (gids_id) AS (
  SELECT parent_gids_id FROM contract WHERE gids_id = $1 AND parent_gids_id IS NOT NULL
  UNION SELECT c.parent_gids_id FROM contract c JOIN above USING (gids_id) WHERE c.parent_gids_id IS NOT NULL)`;

/** Who has which role at an organisation, by name. */
export async function listRoleHolders(sql: Sql, gidsId: number): Promise<RoleHolder[]> {
  return sql.all<RoleHolder>(
    `SELECT account, role, coalesce(person.active, false) AS active FROM organisation_role LEFT JOIN person USING (account)
     WHERE gids_id = $1 ORDER BY account COLLATE "nl-x-icu", role`,
    [gidsId],
  );
}

/** @returns whether it is new */
export async function addRole(sql: Sql, { gidsId, account, role }: Appointment, by: string, now: Date): Promise<boolean> {
  const added = await sql.run(
    `INSERT INTO organisation_role (gids_id, account, role, appointed_by, appointed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [gidsId, account, role, by, now],
  );
  return added === 1;
}

/** @returns whether there was such a role */
export async function removeRole(sql: Sql, { gidsId, account, role }: Appointment): Promise<boolean> {
  return (await sql.run('DELETE FROM organisation_role WHERE gids_id = $1 AND account = $2 AND role = $3', [gidsId, account, role])) === 1;
}

/** Ends every role at an organisation that is deleted. */
export async function removeRolesAt(sql: Sql, gidsId: number): Promise<void> {
  await sql.run('DELETE FROM organisation_role WHERE gids_id = $1', [gidsId]);
}

/** How somebody stands to an organisation now. */
export async function standingAt(sql: Sql, account: string, gidsId: number): Promise<Standing> {
  const [row] = await sql.all<{ root: boolean; manager: boolean; roles: OrganisationRole[]; above: boolean }>(
    `${above}
     SELECT NOT EXISTS (SELECT FROM above) AS root,
       EXISTS (SELECT FROM contract WHERE gids_id = $1 AND account_manager = $2) AS manager,
       ARRAY(SELECT role FROM organisation_role WHERE gids_id = $1 AND account = $2 ORDER BY role) AS roles,
       EXISTS (SELECT FROM organisation_role JOIN above USING (gids_id) WHERE account = $2 AND role = 'ACCOUNT_MANAGER') AS above`,
    [gidsId, account],
  );
  if (!row) throw new Error(`The standing of ${account} at ${gidsId} was not found`);
  return { root: row.root, roles: row.roles, contractManager: row.manager, accountManagerAbove: row.above };
}
