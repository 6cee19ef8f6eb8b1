import type { DataOf, PersonChanged } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** Keeps of each person the newest state that was told, in whatever order it arrives. */
export async function savePersons(sql: Sql, persons: readonly DataOf<typeof PersonChanged>[]): Promise<void> {
  const rows = persons.map(({ account, version, active, systemAdministrator }) => ({ account, version, active, system_administrator: systemAdministrator }));
  await sql.run(
    `INSERT INTO person (account, version, active, system_administrator)
     SELECT DISTINCT ON (account) account, version, active, system_administrator
     FROM json_to_recordset($1::json) AS told (account text, version int, active boolean, system_administrator boolean)
     ORDER BY account, version DESC
     ON CONFLICT (account) DO UPDATE SET version = excluded.version, active = excluded.active, system_administrator = excluded.system_administrator
     WHERE person.version < excluded.version`,
    [JSON.stringify(rows)],
  );
}

/** Whether there is an account of this name, and whether it is open. */
export type Known = 'unknown' | 'blocked' | 'active';

/** Looks a person up by the name of his account. */
export async function knownPerson(sql: Sql, account: string): Promise<Known> {
  const [person] = await sql.all<{ active: boolean }>('SELECT active FROM person WHERE account = $1', [account]);
  if (!person) return 'unknown';
  return person.active ? 'active' : 'blocked';
}
