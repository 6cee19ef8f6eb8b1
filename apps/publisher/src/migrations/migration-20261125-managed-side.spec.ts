import { inTransaction, migrate, openDatabase, sqlOf } from '@gids/persistence';
import { completeDatabase } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { publisher } from '../publisher.js';

const complete = completeDatabase(publisher);
const before = complete.migrations.filter(({ name }) => name < 'Migration20261125');
const directory = `INSERT INTO organisation (management, kind, name, name_folded, content, content_hash, visible, version, parent_gids_id)
  VALUES ('IMPORT_ROOT', 'IMPORT_ROOT', 'Import DUO', 'import duo', '{}', '', false, 1, NULL),
    ('IMPORTED', 'PRIMARY_SCHOOL', 'De Regenboog', 'de regenboog', '{}', 'x', true, 1, 100001)`;

it('R9 R94 what was imported before keeps its parent, in a contract with an infinite term', async () => {
  const database = await createTestDatabase();
  const old = await openDatabase({ url: database.url, definition: { ...complete, migrations: before } });
  await migrate(old, 'publisher');
  await inTransaction(old, (em) => sqlOf(em).run(directory));
  await old.close();
  const orm = await openDatabase({ url: database.url, definition: complete });
  try {
    await migrate(orm, 'publisher');
    const sql = sqlOf(orm.em.fork());
    expect(await sql.all('SELECT * FROM contract')).toEqual([
      { gids_id: '100002', parent_gids_id: '100001', account_manager: 'Importbeheerder', control_term: null, notify_editors: false, checked_at: null },
    ]);
    expect(await sql.all("SELECT content FROM organisation WHERE management = 'IMPORT_ROOT'")).toEqual([
      { content: { kind: 'OTHER_ORGANISATION', name: 'Import DUO', identifiers: [], attributes: {} } },
    ]);
    expect(await sql.all("SELECT nextval('gids_id_seq')::int AS next")).toEqual([{ next: 100003 }]);
  } finally {
    await orm.close();
    await database.drop();
  }
});
