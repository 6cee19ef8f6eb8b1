import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database on the test server. */
export interface TestDatabase {
  readonly url: string;
  /** Removes the database, also when connections to it are still open. */
  drop(): Promise<void>;
}

/** `GIDS_TEST_DATABASE_URL`, else the PostgreSQL of this machine, which then trusts local connections. */
export const testDatabaseServer = (): string =>
  process.env['GIDS_TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

/**
 * Creates an empty database with a name of its own, so that tests can run side by side. It has the order and case
 * rules of C.UTF-8, like the embedded server, whatever the rules of the test server are.
 *
 * @throws the error of PostgreSQL when there is no server or it refuses us
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `gids_test_${randomBytes(8).toString('hex')}`;
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' ${await localeOf(client)}`);
  });
  const url = new URL(testDatabaseServer());
  url.pathname = name;
  return { url: url.href, drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))) };
}

/** PostgreSQL brings C.UTF-8 itself from version 17 on; before, the operating system does. */
async function localeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`);
  return (rows[0]?.version ?? 0) >= 170_000
    ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'`
    : `LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`;
}

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabaseServer() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
