import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
import { ImportCleanedUpHandler } from './import-cleaned-up.handler.js';
import { mapperMigrations } from './migrations/migration-20261122-conversion-issues.js';
import { RecordSuppressedHandler } from './record-suppressed.handler.js';
import { RowParsedHandler } from './row-parsed.handler.js';
import { mapperEntities } from './state/conversion-issues.js';

/** The second service: rows of a source become organisations and products of the directory. */
export const mapper: ServiceDefinition = {
  name: 'mapper',
  settings: z.object({}),
  database: { schema: 'mapper', entities: mapperEntities, migrations: mapperMigrations },
  module: { controllers: [RowParsedHandler, RecordSuppressedHandler, ImportCleanedUpHandler] },
};
