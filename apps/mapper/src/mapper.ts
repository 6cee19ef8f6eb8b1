import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
import { mapperMigrations } from './migrations/migration-20261122-conversion-issues.js';
import { RowParsedHandler } from './row-parsed.handler.js';
import { mapperEntities } from './state/conversion-issues.js';

/** The second service: rows of a source become organisations of the directory. */
export const mapper: ServiceDefinition = {
  name: 'mapper',
  settings: z.object({}),
  database: { schema: 'mapper', entities: mapperEntities, migrations: mapperMigrations },
  module: { controllers: [RowParsedHandler] },
};
