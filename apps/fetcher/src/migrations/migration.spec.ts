import { schemaDrift } from '@gids/persistence';
import { TestSchema } from '../testing/test-schema.js';

it('the migrations make the tables that the entities describe', async () => {
  const schema = await TestSchema.create();
  try {
    expect(await schemaDrift(schema.orm)).toBe('');
  } finally {
    await schema.close();
  }
});
