import type { Sql } from '@gids/persistence';

/** Histories tell who did something by name alone: a person, a script and the command line never share one. */
const owners = {
  account: 'SELECT FROM account WHERE name = $1',
  token: 'SELECT FROM machine_token WHERE name = $1',
  key: 'SELECT FROM api_key WHERE name = $1',
};

/** @returns whether an account, the command line or a script has this name already; of a script, withdrawn keys count too */
export function isNameInUse(sql: Sql, name: string): Promise<boolean> {
  return anyOf(sql, Object.values(owners), name);
}

/** @returns whether somebody else than a script has this name; a script may have more than one key */
export function isNameOfAnother(sql: Sql, name: string): Promise<boolean> {
  return anyOf(sql, [owners.account, owners.token], name);
}

async function anyOf(sql: Sql, queries: readonly string[], name: string): Promise<boolean> {
  const [row] = await sql.all<{ taken: boolean }>(`SELECT ${queries.map((query) => `EXISTS (${query})`).join(' OR ')} AS taken`, [name]);
  return row?.taken === true;
}
