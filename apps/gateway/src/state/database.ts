import type { DatabaseDefinition } from '@gids/persistence';
import { Migration20261122_gateway } from '../migrations/20261122-gateway.js';
import { gatewayEntities } from './entities.js';

/** The gateway's part of the state: who may come in, and what those who watch see. */
export const gatewayDatabase: DatabaseDefinition = {
  schema: 'gateway',
  entities: gatewayEntities,
  migrations: [Migration20261122_gateway],
};
