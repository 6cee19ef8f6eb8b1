import { migrate, openDatabase, schemaDrift } from '@gids/persistence';
import { completeDatabase } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { notifier } from './notifier.js';

it('has migrations that make exactly the tables of the entities', async () => {
  const database = await createTestDatabase();
  const orm = await openDatabase({ url: database.url, definition: completeDatabase(notifier) });
  await migrate(orm, 'notifier');
  expect(await schemaDrift(orm)).toBe('');
  await orm.close();
  await database.drop();
});
