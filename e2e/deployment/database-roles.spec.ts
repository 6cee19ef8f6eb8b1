import { randomBytes } from 'node:crypto';
import { serviceNames, type ServiceName } from '@gids/contracts';
import { migrateService } from '@gids/service-host';
import { createTestDatabase, testDatabaseServer, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { repositoryFile } from './compose-file.js';
import { services } from './services.js';

const insufficientPrivilege = '42501';
const password = randomBytes(12).toString('hex');
/** Roles belong to the whole server, so those of this test have a name of their own instead of `gids_`. */
const prefix = `gids_test_${randomBytes(4).toString('hex')}_`;
const script = repositoryFile('deploy/postgres/10-roles.sql').replaceAll(`'gids_'`, `'${prefix}'`);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await as('superuser', async (client) => {
    await client.query(script);
    await client.query(script);
    for (const name of serviceNames) await client.query(`ALTER ROLE ${prefix}${name} PASSWORD '${password}'`);
  });
  for (const service of services) await migrateService(service, urlOf(service.name));
});

afterAll(async () => {
  await database.drop();
  await on(testDatabaseServer(), async (client) => {
    for (const name of serviceNames) await client.query(`DROP ROLE IF EXISTS ${prefix}${name}`);
  });
});

describe('deploy/postgres/10-roles.sql', () => {
  it.each([...serviceNames])('lets the %s migrate and use its own schema', async (name) => {
    await as(name, async (client) => {
      const { rows } = await client.query<{ tables: number; foreign: number }>(
        `SELECT count(*) FILTER (WHERE schemaname = $1 AND tableowner = current_user)::int AS tables,
                count(*) FILTER (WHERE schemaname <> $1 AND tableowner = current_user)::int AS foreign FROM pg_tables`,
        [name],
      );
      expect(rows[0]?.tables).toBeGreaterThan(0);
      expect(rows[0]?.foreign).toBe(0);
      await client.query(`SELECT * FROM ${name}.outbox; DELETE FROM ${name}.outbox`);
    });
  });

  const pairs = serviceNames.flatMap((reader) => serviceNames.filter((owner) => owner !== reader).map((owner) => [reader, owner] as const));

  it.each(pairs)('refuses the %s any look at a table of the %s', async (reader, owner) => {
    await as(reader, async (client) => {
      await expect(client.query(`SELECT * FROM ${owner}.outbox`)).rejects.toMatchObject({ code: insufficientPrivilege });
      await expect(client.query(`CREATE TABLE ${owner}.planted ()`)).rejects.toMatchObject({ code: insufficientPrivilege });
    });
  });

  it('leaves nothing to a role that is no service: it may not even connect', async () => {
    await as('superuser', async (client) => {
      const { rows } = await client.query(
        `SELECT bool_or(acl.grantee = 0) AS everybody FROM pg_database, aclexplode(datacl) AS acl WHERE datname = current_database()`,
      );
      expect(rows).toEqual([{ everybody: false }]);
    });
  });

  it('makes roles that can do nothing beyond their database', async () => {
    await as('superuser', async (client) => {
      const { rows } = await client.query<{ powerful: boolean; members: number }>(
        `SELECT bool_or(rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls) AS powerful,
                (SELECT count(*)::int FROM pg_auth_members JOIN pg_roles AS member ON member.oid = pg_auth_members.member WHERE member.rolname LIKE $1) AS members
           FROM pg_roles WHERE rolname LIKE $1`,
        [`${prefix}%`],
      );
      expect(rows).toEqual([{ powerful: false, members: 0 }]);
    });
  });
});

describe('deploy/postgres/20-passwords.sql', () => {
  it('gives each role its password from the environment', () => {
    const text = repositoryFile('deploy/postgres/20-passwords.sql');
    const read = [...text.matchAll(/^\\getenv (\w+) GIDS_(\w+)_DATABASE_PASSWORD$/gm)].map(([, name, inVariable]) => [name, inVariable?.toLowerCase()]);
    const set = [...text.matchAll(/^ALTER ROLE gids_(\w+) PASSWORD :'(\w+)';$/gm)].map(([, role, name]) => [role, name]);
    expect(read).toEqual(serviceNames.map((name) => [name, name]));
    expect(set).toEqual(serviceNames.map((name) => [name, name]));
  });
});

function urlOf(role: ServiceName): string {
  const url = new URL(database.url);
  url.username = `${prefix}${role}`;
  url.password = password;
  return url.href;
}

const as = (role: ServiceName | 'superuser', work: (client: pg.Client) => Promise<void>): Promise<void> =>
  on(role === 'superuser' ? database.url : urlOf(role), work);

async function on(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
