import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { classifyError, inTransaction, openDatabase, sqlOf, type Sql } from './index.js';

const definition = { schema: 'public', entities: [], migrations: [] };

describe('classifyError judges what PostgreSQL really says:', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let administrator: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await openDatabase({ url: database.url, definition, poolSize: 4 });
    administrator = new pg.Client({ connectionString: database.url });
    await administrator.connect();
    await administrator.query('CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL, amount int CHECK (amount > 0))');
    await administrator.query("INSERT INTO thing VALUES (1, 'a', 1), (2, 'b', 1)");
  });

  afterAll(async () => {
    await administrator.end();
    await orm.close();
    await database.drop();
  });

  const failureOf = (work: (sql: Sql) => Promise<unknown>) =>
    inTransaction(orm, async (em) => {
      await work(sqlOf(em));
    }).then(() => Promise.reject(new Error('nothing failed')), (error: unknown) => error);

  /** Two transactions that each wait for the row of the other. */
  async function deadlock(): Promise<unknown> {
    const barrier = meetingOf(2);
    const updateBoth = (first: number, second: number) =>
      inTransaction(orm, async (em) => {
        const sql = sqlOf(em);
        await sql.run("UPDATE thing SET name = 'x' WHERE id = $1", [first]);
        await barrier();
        await sql.run("UPDATE thing SET name = 'y' WHERE id = $1", [second]);
      });
    const outcomes = await Promise.allSettled([updateBoth(1, 2), updateBoth(2, 1)]);
    return outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
  }

  it('a deadlock may pass', async () => {
    const error = await deadlock();
    expect(error).toMatchObject({ code: '40P01' });
    expect(classifyError(error)).toBe('transient');
  });

  it('a serialisation failure may pass', async () => {
    const error = await failureOf(async (sql) => {
      await sql.run('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
      await sql.all('SELECT * FROM thing');
      await administrator.query("UPDATE thing SET name = 'z' WHERE id = 1");
      await sql.run("UPDATE thing SET name = 'x' WHERE id = 1");
    });
    expect(error).toMatchObject({ code: '40001' });
    expect(classifyError(error)).toBe('transient');
  });

  it('a race on a new key may pass', async () => {
    const error = await failureOf((sql) => sql.run("INSERT INTO thing VALUES (1, 'again', 1)"));
    expect(error).toMatchObject({ code: '23505' });
    expect(classifyError(error)).toBe('transient');
  });

  it('a lock time-out may pass', async () => {
    await administrator.query('BEGIN');
    await administrator.query('LOCK TABLE thing IN ACCESS EXCLUSIVE MODE');
    const error = await failureOf(async (sql) => {
      await sql.run("SET LOCAL lock_timeout = '20ms'");
      await sql.all('SELECT * FROM thing');
    });
    await administrator.query('ROLLBACK');
    expect(error).toMatchObject({ code: '55P03' });
    expect(classifyError(error)).toBe('transient');
  });

  it('a statement time-out may pass', async () => {
    const error = await failureOf(async (sql) => {
      await sql.run("SET LOCAL statement_timeout = '20ms'");
      await sql.all('SELECT pg_sleep(60)');
    });
    expect(error).toMatchObject({ code: '57014' });
    expect(classifyError(error)).toBe('transient');
  });

  it('a connection that is ended while it works means that the server is away', async () => {
    const error = await failureOf((sql) => sql.run('SELECT pg_terminate_backend(pg_backend_pid())'));
    expect(error).toMatchObject({ code: '57P01' });
    expect(classifyError(error)).toBe('unavailable');
  });

  it('a connection that was ended between two statements means that the server is away', async () => {
    const error = await failureOf(async (sql) => {
      const [{ pid } = { pid: 0 }] = await sql.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await administrator.query('SELECT pg_terminate_backend($1)', [pid]);
      await eventually(async () => (await administrator.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount === 0);
      await sql.all('SELECT 1');
    });
    expect(classifyError(error)).toBe('unavailable');
  });

  it('a transaction that was left idle too long means that its connection is away', async () => {
    const error = await failureOf(async (sql) => {
      const [{ pid } = { pid: 0 }] = await sql.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await sql.run("SET LOCAL idle_in_transaction_session_timeout = '1ms'");
      await eventually(async () => (await administrator.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount === 0);
      await sql.all('SELECT 1');
    });
    expect(classifyError(error)).toBe('unavailable');
  });

  it('a database that takes no writes means that it is away', async () => {
    const error = await failureOf(async (sql) => {
      await sql.run('SET TRANSACTION READ ONLY');
      await sql.run("UPDATE thing SET name = 'x'");
    });
    expect(error).toMatchObject({ code: '25006' });
    expect(classifyError(error)).toBe('unavailable');
  });

  it('a server that has no connection left means that it is away', async () => {
    const limited = await createTestDatabase();
    const holder = new pg.Client({ connectionString: limited.url });
    await holder.connect();
    await holder.query(`CREATE ROLE limited_${holder.database} LOGIN CONNECTION LIMIT 0`);
    const url = new URL(limited.url);
    url.username = `limited_${holder.database}`;
    const refused = new pg.Client({ connectionString: url.href });
    const error = await refused.connect().catch((cause: unknown) => cause);
    await holder.query(`DROP ROLE limited_${holder.database}`);
    await holder.end();
    await limited.drop();
    expect(error).toMatchObject({ code: '53300' });
    expect(classifyError(error)).toBe('unavailable');
  });

  it('a server that nobody listens on means that it is away', async () => {
    const port = await unusedPort();
    for (const host of ['127.0.0.1', 'localhost']) {
      const away = await openDatabase({ url: `postgresql://postgres@${host}:${port}/postgres`, definition });
      const error = await inTransaction(away, async () => undefined).catch((cause: unknown) => cause);
      await away.close();
      expect(classifyError(error)).toBe('unavailable');
    }
  });

  it.each([
    ['a value that breaks a rule of the table', "INSERT INTO thing VALUES (9, 'a', -1)", '23514'],
    ['a value that is missing', 'INSERT INTO thing VALUES (9, NULL, 1)', '23502'],
    ['a table that is not there', 'SELECT * FROM nowhere', '42P01'],
    ['text that is no number', "SELECT 'a'::int", '22P02'],
    ['a division by zero', 'SELECT 1/0', '22012'],
  ])('%s lies in the work', async (_, statement, code) => {
    const error = await failureOf((sql) => sql.run(statement));
    expect(error).toMatchObject({ code });
    expect(classifyError(error)).toBe('other');
  });

  it('a NUL in text lies in the work', async () => {
    expect(classifyError(await failureOf((sql) => sql.all('SELECT $1::text', ['a\0b'])))).toBe('other');
  });
});

describe('classifyError looks', () => {
  const withCode = (code: unknown) => Object.assign(new Error('no'), { code });

  it('through what wraps an error', () => {
    expect(classifyError(new Error('outer', { cause: new Error('middle', { cause: withCode('40P01') }) }))).toBe('transient');
    expect(classifyError(Object.assign(new Error('outer'), { previous: withCode('57P01') }))).toBe('unavailable');
  });

  it('at the outermost code first', () => {
    expect(classifyError(Object.assign(new Error('outer', { cause: withCode('40P01') }), { code: '57P03' }))).toBe('unavailable');
  });

  it('at a wrapped error that wraps itself, and ends', () => {
    const loop: Error & { cause?: unknown } = new Error('loop');
    loop.cause = loop;
    expect(classifyError(loop)).toBe('other');
  });

  it.each([['404'], ['40'], ['5300000'], [40], [null], ['EAUTH']])('at %p as a code of something else than PostgreSQL', (code) => {
    expect(classifyError(withCode(code))).toBe('other');
  });

  it.each([[undefined], [null], ['57P01'], [{ code: '57P01' }], [new TypeError('x')]])('at %p without failing', (thrown) => {
    expect(classifyError(thrown)).toBe('other');
  });
});

/** Lets parties wait for each other. */
function meetingOf(parties: number): () => Promise<void> {
  let arrived = 0;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return async () => {
    arrived += 1;
    if (arrived === parties) resolve(undefined);
    await promise;
  };
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
