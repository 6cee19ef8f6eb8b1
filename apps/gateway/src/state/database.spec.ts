import { openDatabase, migrate, schemaDrift } from '@gids/persistence';
import { completeDatabase } from '@gids/service-host';
import { createTestDatabase } from '@gids/testing';
import { gateway } from '../gateway.js';

describe('the schema of the gateway', () => {
  it('is what the entities say, after all migrations', async () => {
    const database = await createTestDatabase();
    const orm = await openDatabase({ url: database.url, definition: completeDatabase(gateway) });
    try {
      await migrate(orm, 'gateway');
      expect(await schemaDrift(orm)).toBe('');
    } finally {
      await orm.close();
      await database.drop();
    }
  });
});
