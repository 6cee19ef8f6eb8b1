import { openDatabase, schemaDrift } from '@gids/persistence';
import { completeDatabase, migrateService } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { deduplicator } from '../deduplicator.js';

it('the migrations make exactly the tables of the entities', async () => {
  const database = await createTestDatabase();
  await migrateService(deduplicator, database.url);
  const orm = await openDatabase({ url: database.url, definition: completeDatabase(deduplicator) });
  try {
    expect(await schemaDrift(orm)).toBe('');
  } finally {
    await orm.close();
    await database.drop();
  }
});
