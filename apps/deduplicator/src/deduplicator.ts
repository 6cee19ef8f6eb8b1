import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
import { deduplicatorMigrations } from './migrations/migration-20261122-directory-organisation.js';
import { OrganisationMappedHandler } from './organisation-mapped.handler.js';
import { OrganisationRemovedHandler } from './organisation-removed.handler.js';
import { OrganisationSavedHandler } from './organisation-saved.handler.js';
import { deduplicatorEntities } from './state/directory-organisations.js';

/** The third service: finds what the directory holds already. */
export const deduplicator: ServiceDefinition = {
  name: 'deduplicator',
  settings: z.object({}),
  database: { schema: 'deduplicator', entities: deduplicatorEntities, migrations: deduplicatorMigrations },
  module: { controllers: [OrganisationMappedHandler, OrganisationSavedHandler, OrganisationRemovedHandler] },
};
