import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { inTransaction, openDatabase, sqlOf, SwallowedError } from './index.js';

const Thing = defineEntity({ name: 'Thing', tableName: 'thing', properties: { id: p.integer().primary(), name: p.text() } });
const definition = { schema: 'public', entities: [Thing as unknown as EntitySchema], migrations: [] };

describe('inTransaction', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let administrator: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    administrator = new pg.Client({ connectionString: database.url });
    await administrator.connect();
    await administrator.query('CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL)');
    orm = await openDatabase({ url: database.url, definition, poolSize: 2, applicationName: 'under test' });
  });

  afterEach(async () => {
    await orm.close();
    await administrator.end();
    await database.drop();
  });

  const stored = async () => (await administrator.query<{ id: number; name: string }>('SELECT id, name FROM thing ORDER BY id')).rows;
  const connections = async () =>
    (await administrator.query("SELECT FROM pg_stat_activity WHERE application_name = 'under test'")).rowCount ?? -1;
  const insert = 'INSERT INTO thing VALUES ($1, $2)';

  it('keeps what entities and SQL changed, and gives the result', async () => {
    const result = await inTransaction(orm, async (em) => {
      em.persist(em.create(Thing, { id: 1, name: 'entity' }));
      await sqlOf(em).run(insert, [2, 'sql']);
      return 'result';
    });
    expect(result).toBe('result');
    expect(await stored()).toEqual([{ id: 1, name: 'entity' }, { id: 2, name: 'sql' }]);
  });

  it('writes entities that were changed after they were read', async () => {
    await administrator.query(insert, [1, 'before']);
    await inTransaction(orm, async (em) => {
      const thing = await em.findOneOrFail(Thing, { id: 1 });
      thing.name = 'after';
    });
    expect(await stored()).toEqual([{ id: 1, name: 'after' }]);
  });

  it('shows SQL what entities flushed, before anybody else sees it', async () => {
    await inTransaction(orm, async (em) => {
      em.persist(em.create(Thing, { id: 1, name: 'a' }));
      await em.flush();
      expect(await sqlOf(em).all('SELECT id FROM thing')).toEqual([{ id: 1 }]);
      expect(await stored()).toEqual([]);
    });
    expect(await stored()).toHaveLength(1);
  });

  it('keeps nothing where the work throws, and throws the same', async () => {
    const thrown = new Error('no');
    const failing = inTransaction(orm, async (em) => {
      em.persist(em.create(Thing, { id: 1, name: 'entity' }));
      await em.flush();
      await sqlOf(em).run(insert, [2, 'sql']);
      throw thrown;
    });
    await expect(failing).rejects.toBe(thrown);
    expect(await stored()).toEqual([]);
  });

  it('keeps nothing where an entity cannot be written at the end', async () => {
    await administrator.query(insert, [1, 'there']);
    const failing = inTransaction(orm, async (em) => {
      await sqlOf(em).run(insert, [2, 'sql']);
      em.persist(em.create(Thing, { id: 1, name: 'again' }));
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([{ id: 1, name: 'there' }]);
  });

  it('refuses to end well where the work caught the error of a statement: the database keeps nothing of it', async () => {
    const careless = inTransaction(orm, async (em) => {
      const sql = sqlOf(em);
      await sql.run(insert, [1, 'a']);
      await sql.run('SELECT 1/0').catch(() => undefined);
      return 'all is well';
    });
    await expect(careless).rejects.toThrow(SwallowedError);
    expect(await stored()).toEqual([]);
  });

  it('does not see the entities of another transaction in its identity map', async () => {
    await administrator.query(insert, [1, 'first']);
    await inTransaction(orm, (em) => em.findOneOrFail(Thing, { id: 1 }));
    await administrator.query("UPDATE thing SET name = 'second'");
    expect(await inTransaction(orm, async (em) => (await em.findOneOrFail(Thing, { id: 1 })).name)).toBe('second');
  });

  it('gives its connection back, also when it is cut in the middle, ten times with a pool of two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const cut = inTransaction(orm, async (em) => {
        const sql = sqlOf(em);
        await sql.run(insert, [round, 'lost']);
        const [{ pid } = { pid: 0 }] = await sql.all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await administrator.query('SELECT pg_terminate_backend($1)', [pid]);
        await sql.run(insert, [round + 100, 'lost']);
      });
      await expect(cut).rejects.toThrow();
    }
    await Promise.all([1, 2, 3, 4].map((id) => inTransaction(orm, (em) => sqlOf(em).run(insert, [id, 'kept']))));
    expect((await stored()).map(({ name }) => name)).toEqual(['kept', 'kept', 'kept', 'kept']);
    await orm.close();
    expect(await eventually(async () => (await connections()) === 0)).toBe(true);
  });

  it('gives its connection back when the cut comes between work and commit', async () => {
    for (let round = 0; round < 4; round += 1) {
      const cut = inTransaction(orm, async (em) => {
        const [{ pid } = { pid: 0 }] = await sqlOf(em).all<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await sqlOf(em).run(insert, [round, 'lost']);
        await administrator.query('SELECT pg_terminate_backend($1)', [pid]);
      });
      await expect(cut).rejects.toThrow();
    }
    await inTransaction(orm, (em) => sqlOf(em).run(insert, [1, 'kept']));
    expect(await stored()).toEqual([{ id: 1, name: 'kept' }]);
  });

  it('gives its connection back when the work throws, more often than there are connections', async () => {
    const failing = () => inTransaction(orm, () => Promise.reject(new Error('no')));
    expect(await Promise.allSettled(Array.from({ length: 20 }, failing))).toHaveLength(20);
    expect(await inTransaction(orm, (em) => sqlOf(em).all('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    expect(await connections()).toBeLessThanOrEqual(2);
  });
});
