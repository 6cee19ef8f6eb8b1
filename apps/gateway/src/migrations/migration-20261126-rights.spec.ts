import { migrate, openDatabase, sqlOf, type DatabaseDefinition } from '@gids/persistence';
import { completeDatabase, migrateService } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { gateway } from '../gateway.js';
import { Migration20261126_rights } from './migration-20261126-rights.js';

const complete = completeDatabase(gateway);
const before: DatabaseDefinition = { ...complete, migrations: complete.migrations.slice(0, complete.migrations.indexOf(Migration20261126_rights)) };

describe('an installation of before there were rights', () => {
  it('R78 keeps what its people and its command line could do, as rights that can be taken away', async () => {
    const database = await createTestDatabase();
    try {
      await withOrm(database.url, before, async (orm) => {
        await migrate(orm, complete.schema);
        const sql = sqlOf(orm.em.fork());
        await sql.run(`INSERT INTO account (id, name, role, password_hash) VALUES (gen_random_uuid(), 'beheerder', 'systeembeheerder', 'hash')`);
        await sql.run(`INSERT INTO machine_token (id, name, role, token_hash, created_at) VALUES (gen_random_uuid(), 'opdrachtregel', 'systeembeheerder', 'hash', now())`);
      });
      await migrateService(gateway, database.url);
      await withOrm(database.url, complete, async (orm) => {
        const sql = sqlOf(orm.em.fork());
        const accounts = await sql.all('SELECT name, system_administrator, must_change_password, password_hash, version, told_version FROM account');
        expect(accounts).toEqual([{ name: 'beheerder', system_administrator: true, must_change_password: false, password_hash: 'hash', version: 1, told_version: 0 }]);
        expect(await sql.all('SELECT import_id, granted_by FROM import_right ORDER BY import_id')).toEqual([
          { import_id: 'duo', granted_by: 'eerste start' },
          { import_id: 'lrk', granted_by: 'eerste start' },
        ]);
        expect(await sql.all('SELECT name FROM machine_token')).toEqual([{ name: 'opdrachtregel' }]);
      });
    } finally {
      await database.drop();
    }
  });
});

async function withOrm(url: string, definition: DatabaseDefinition, work: (orm: MikroORM) => Promise<void>): Promise<void> {
  const orm = await openDatabase({ url, definition });
  try {
    await work(orm);
  } finally {
    await orm.close();
  }
}
