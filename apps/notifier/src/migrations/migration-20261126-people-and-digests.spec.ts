import { migrate, openDatabase, inTransaction, sqlOf } from '@gids/persistence';
import { completeDatabase } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { notifier } from '../notifier.js';

const complete = completeDatabase(notifier);
const before = complete.migrations.filter(({ name }) => name < 'Migration20261126');
const runId = '01989b1e-7a00-7000-8000-000000000007';
const sentMail = `WITH written AS (
    INSERT INTO message (id, kind, run_id, recipient, thread, subject, text, html, created_at)
    VALUES ('a1', 'RUN_COMPLETED', '${runId}', 'Jan@voorbeeld.nl', 'duo-po', 'DUO', 'x', 'x', '2026-08-04T06:00:00Z') RETURNING id)
  INSERT INTO delivery (message_id, state, attempts, changed_at) SELECT id, 'sent', 1, now() FROM written`;

it('RELIABILITY D58 mail of before keeps its id, its address and its way', async () => {
  const database = await createTestDatabase();
  const old = await openDatabase({ url: database.url, definition: { ...complete, migrations: before } });
  await migrate(old, 'notifier');
  await inTransaction(old, (em) => sqlOf(em).run(sentMail));
  await old.close();
  const orm = await openDatabase({ url: database.url, definition: complete });
  try {
    await migrate(orm, 'notifier');
    const rows = await sqlOf(orm.em.fork()).all('SELECT id, kind, about, reader, address, topics, state, since = created_at AS "sameTime" FROM message JOIN delivery ON id = message_id');
    expect(rows).toEqual([
      { id: 'a1', kind: 'RUN_COMPLETED', about: runId, reader: 'jan@voorbeeld.nl', address: 'Jan@voorbeeld.nl', topics: [], state: 'sent', sameTime: true },
    ]);
  } finally {
    await orm.close();
    await database.drop();
  }
});
