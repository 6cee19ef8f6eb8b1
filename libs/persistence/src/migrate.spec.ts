import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { assertMigrated, Migration, migrate, openDatabase, schemaDrift, SchemaTooOld, type MigrationClass } from './index.js';

const Thing = defineEntity({ name: 'Thing', tableName: 'thing', properties: { id: p.integer().primary(), name: p.text() } });

class Migration20260101_thing extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE "thing" ("id" serial PRIMARY KEY, "name" text NOT NULL)');
  }
}

class Migration20260201_first_things extends Migration {
  override up(): void {
    this.addSql(`INSERT INTO "thing" ("name") VALUES ('first'), ('second')`);
  }
}

class Migration20260301_broken extends Migration {
  override up(): void {
    this.addSql('CREATE TABLE "half" ("id" int)');
    this.addSql('SELECT 1/0');
  }
}

describe('migrations', () => {
  let database: TestDatabase;
  let administrator: pg.Client;
  const opened: MikroORM[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    administrator = new pg.Client({ connectionString: database.url });
    await administrator.connect();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((orm) => orm.close()));
    await administrator.end();
    await database.drop();
  });

  async function open(migrations: readonly MigrationClass[], schema = 'mine'): Promise<MikroORM> {
    const definition = { schema, entities: [Thing as unknown as EntitySchema], migrations };
    const orm = await openDatabase({ url: database.url, definition, poolSize: 3, applicationName: 'migrating' });
    opened.push(orm);
    return orm;
  }

  const both = [Migration20260101_thing, Migration20260201_first_things];
  const rows = async (text: string) => (await administrator.query<Record<string, unknown>>(text)).rows;
  const schemas = async () => (await rows("SELECT nspname FROM pg_namespace WHERE nspname = 'mine'")).length;

  it('are applied once by four that start at the same time', async () => {
    const orms = await Promise.all([1, 2, 3, 4].map(() => open(both)));
    await Promise.all(orms.map((orm) => migrate(orm, 'mine')));
    expect(await rows('SELECT name FROM mine.thing ORDER BY id')).toEqual([{ name: 'first' }, { name: 'second' }]);
    expect(await rows('SELECT name FROM mine.mikro_orm_migrations ORDER BY id')).toEqual(both.map(({ name }) => ({ name })));
    for (const orm of orms) await assertMigrated(orm, 'mine');
  });

  it('of two services in one database do not know of each other', async () => {
    for (const schema of ['mine', 'theirs']) await migrate(await open(both, schema), schema);
    expect(await rows('SELECT count(*)::int AS count FROM mine.thing UNION ALL SELECT count(*)::int FROM theirs.thing')).toEqual([{ count: 2 }, { count: 2 }]);
  });

  it('leave nothing behind where one of them fails, and can be applied when it is mended', async () => {
    await expect(migrate(await open([...both, Migration20260301_broken]), 'mine')).rejects.toMatchObject({ code: '22012' });
    expect(await rows("SELECT tablename FROM pg_tables WHERE tablename IN ('thing', 'half')")).toEqual([]);
    const mended = await open(both);
    await migrate(mended, 'mine');
    await assertMigrated(mended, 'mine');
  });

  it('let others in when the connection that waits for its turn is cut', async () => {
    await administrator.query("SELECT pg_advisory_lock(hashtextextended('migrate mine', 1))");
    const cut = migrate(await open(both), 'mine').catch((error: unknown) => error);
    const waiting = "SELECT pid FROM pg_stat_activity WHERE application_name = 'migrating' AND wait_event = 'advisory'";
    const [waiter] = await eventually(() => rows(waiting), { until: (found) => found.length === 1 });
    await administrator.query('SELECT pg_terminate_backend($1)', [waiter?.['pid']]);
    expect(await cut).toMatchObject({ code: '57P01' });
    await administrator.query('SELECT pg_advisory_unlock_all()');
    await opened[0]?.close();
    await migrate(await open(both), 'mine');
    expect(await rows('SELECT count(*)::int AS count FROM mine.thing')).toEqual([{ count: 2 }]);
  });

  it('that are missing keep a service from starting, by name', async () => {
    await migrate(await open([Migration20260101_thing]), 'mine');
    const newer = await open(both);
    await expect(assertMigrated(newer, 'mine')).rejects.toThrow(SchemaTooOld);
    await expect(assertMigrated(newer, 'mine')).rejects.toThrow(
      'Schema "mine" mist 1 migratie(s): Migration20260201_first_things. Draai eerst de migratiestap.',
    );
  });

  it('are all named where there is no schema yet, and asking creates nothing', async () => {
    await expect(assertMigrated(await open(both), 'mine')).rejects.toThrow('mist 2 migratie(s): Migration20260101_thing, Migration20260201_first_things.');
    expect(await schemas()).toBe(0);
  });

  it('that are newer than the code let it start: both versions run during a deployment', async () => {
    await migrate(await open(both), 'mine');
    await expect(assertMigrated(await open([Migration20260101_thing]), 'mine')).resolves.toBeUndefined();
  });

  it.each([
    ['agree with the entities', 'SELECT 1', ''],
    ['lack a column', 'ALTER TABLE mine.thing DROP COLUMN name', 'add "name" text not null'],
    ['have another type', 'ALTER TABLE mine.thing ALTER COLUMN name TYPE varchar(10)', 'alter column "name" type text'],
    ['allow what may not be empty to be empty', 'ALTER TABLE mine.thing ALTER COLUMN name DROP NOT NULL', 'alter column "name" set not null'],
    ['have a column that nobody knows', 'ALTER TABLE mine.thing ADD COLUMN old int', 'drop column "old"'],
  ])('that %s are seen to', async (_, change, drift) => {
    const orm = await open(both);
    await migrate(orm, 'mine');
    await administrator.query(change);
    const found = await schemaDrift(orm);
    if (drift === '') expect(found).toBe('');
    else expect(found).toContain(drift);
  });
});
