import type { MigrationClass } from '@gids/persistence';
import { Migration20261122_messages } from './migration-20261122-messages.js';
import { Migration20261126_people_and_digests } from './migration-20261126-people-and-digests.js';

/** In the order in which they are applied. */
export const notifierMigrations: readonly MigrationClass[] = [Migration20261122_messages, Migration20261126_people_and_digests];
