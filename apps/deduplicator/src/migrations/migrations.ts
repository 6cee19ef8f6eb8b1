import type { MigrationClass } from '@gids/persistence';
import { deduplicatorMigrations as firstMigrations } from './migration-20261122-directory-organisation.js';
import { Migration20261125_matching } from './migration-20261125-matching.js';
import { Migration20261126_sweeping } from './migration-20261126-sweeping.js';

/** In the order in which they are applied. */
export const deduplicatorMigrations: readonly MigrationClass[] = [...firstMigrations, Migration20261125_matching, Migration20261126_sweeping];
