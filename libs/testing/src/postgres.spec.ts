import pg from 'pg';
import { createTestDatabase, testDatabaseServer } from './postgres.js';

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

it('makes an empty database with the rules of C.UTF-8, and removes it while it is in use', async () => {
  const database = await createTestDatabase();
  const client = await connected(database.url);
  const { rows } = await client.query(
    `SELECT lower('ÉË') AS lower, 'a' > 'Z' AS by_code, current_setting('server_encoding') AS encoding,
            (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables`,
  );
  expect(rows).toEqual([{ lower: 'éë', by_code: true, encoding: 'UTF8', tables: 0 }]);
  await database.drop();

  const server = await connected(testDatabaseServer());
  const name = new URL(database.url).pathname.slice(1);
  expect((await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount).toBe(0);
  await server.end();
});

it('makes a different one each time', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.url).not.toBe(other.url);
  await Promise.all([one.drop(), other.drop()]);
});
