import type { Sql } from '@gids/persistence';
import type { OrganisationPeople, Person } from './person.js';

/** Keeps the newest that was told of each person; what comes late changes nothing. */
export async function keepPersons(sql: Sql, persons: readonly Person[]): Promise<void> {
  await sql.run(
    `INSERT INTO person (account, version, email, active, system_administrator, import_rights)
     SELECT DISTINCT ON (account) account, version, email, active, "systemAdministrator", "importRights"
     FROM jsonb_to_recordset($1::jsonb)
       AS told (account text, version int, email text, active boolean, "systemAdministrator" boolean, "importRights" jsonb)
     ORDER BY account, version DESC
     ON CONFLICT (account) DO UPDATE SET version = EXCLUDED.version, email = EXCLUDED.email, active = EXCLUDED.active,
       system_administrator = EXCLUDED.system_administrator, import_rights = EXCLUDED.import_rights
     WHERE person.version < EXCLUDED.version`,
    [JSON.stringify(persons)],
  );
}

/** Keeps the newest that was told of who manages each organisation; what comes late changes nothing. */
export async function keepOrganisationPeople(sql: Sql, organisations: readonly OrganisationPeople[]): Promise<void> {
  await sql.run(
    `INSERT INTO organisation_people (gids_id, version, name, account_manager, editors)
     SELECT DISTINCT ON ("gidsId") "gidsId", version, name, "accountManager", editors
     FROM jsonb_to_recordset($1::jsonb) AS told ("gidsId" int, version int, name text, "accountManager" text, editors jsonb)
     ORDER BY "gidsId", version DESC
     ON CONFLICT (gids_id) DO UPDATE SET version = EXCLUDED.version, name = EXCLUDED.name,
       account_manager = EXCLUDED.account_manager, editors = EXCLUDED.editors
     WHERE organisation_people.version < EXCLUDED.version`,
    [JSON.stringify(organisations)],
  );
}

/** @returns everybody who may be written to: the accounts that are not blocked */
export async function readActivePersons(sql: Sql): Promise<Person[]> {
  const rows = await sql.all<Person & { email: string | null }>(
    `SELECT account, version, email, active, system_administrator AS "systemAdministrator", import_rights AS "importRights"
     FROM person WHERE active ORDER BY account`,
  );
  return rows.map(({ email, ...person }) => ({ ...person, ...(email !== null && { email }) }));
}

/** @returns who manage these organisations, by G!DS-ID; absent where nobody told of them */
export async function readOrganisationPeople(sql: Sql, gidsIds: readonly number[]): Promise<ReadonlyMap<number, OrganisationPeople>> {
  const rows = await sql.all<OrganisationPeople & { accountManager: string | null }>(
    `SELECT gids_id AS "gidsId", version, name, account_manager AS "accountManager", editors
     FROM organisation_people WHERE gids_id = ANY ($1::int[])`,
    [gidsIds],
  );
  return new Map(rows.map(({ accountManager, ...rest }) => [rest.gidsId, { ...rest, ...(accountManager !== null && { accountManager }) }]));
}
