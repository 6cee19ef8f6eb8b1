import { openDatabase, schemaDrift } from '@gids/persistence';
import { completeDatabase, migrateService } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { publisher } from '../publisher.js';

it('the migrations make exactly the tables of the entities', async () => {
  const database = await createTestDatabase();
  await migrateService(publisher, database.url);
  const orm = await openDatabase({ url: database.url, definition: completeDatabase(publisher) });
  try {
    expect(await schemaDrift(orm)).toBe('');
  } finally {
    await orm.close();
    await database.drop();
  }
});
