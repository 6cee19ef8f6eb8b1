import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
import { ConversionFailedHandler } from './conversion-failed.handler.js';
import { DuplicateFoundHandler } from './duplicate-found.handler.js';
import { publisherEntities } from './entities.js';
import { EventsSetAsideHandler } from './events-set-aside.handler.js';
import { publisherMigrations } from './migrations/migration-20261122-directory.js';
import { NoDuplicateFoundHandler } from './no-duplicate-found.handler.js';
import { ImportRoots } from './organisations/import-roots.js';
import { QueriesController } from './queries/queries.controller.js';
import { RowRejectedHandler } from './row-rejected.handler.js';
import { RowVanishedHandler } from './row-vanished.handler.js';
import { RunFetchedHandler } from './run-fetched.handler.js';

/** The fourth service: the directory, the import records, what the public sees. */
export const publisher: ServiceDefinition = {
  name: 'publisher',
  settings: z.object({}),
  database: { schema: 'publisher', entities: publisherEntities, migrations: publisherMigrations },
  module: {
    controllers: [
      DuplicateFoundHandler,
      NoDuplicateFoundHandler,
      ConversionFailedHandler,
      RowVanishedHandler,
      RowRejectedHandler,
      RunFetchedHandler,
      EventsSetAsideHandler,
      QueriesController,
    ],
    providers: [ImportRoots],
  },
};
