import type { DatabaseDefinition } from '@gids/persistence';
import { Migration20261122_gateway } from '../migrations/20261122-gateway.js';
import { Migration20261126_audit } from '../migrations/migration-20261126-audit.js';
import { Migration20261126_rights } from '../migrations/migration-20261126-rights.js';
import { Migration20261126_views } from '../migrations/migration-20261126-views.js';
import { gatewayEntities } from './entities.js';

/** The gateway's part of the state: who may come in, and what those who watch see. */
export const gatewayDatabase: DatabaseDefinition = {
  schema: 'gateway',
  entities: gatewayEntities,
  migrations: [Migration20261122_gateway, Migration20261126_rights, Migration20261126_audit, Migration20261126_views],
};
