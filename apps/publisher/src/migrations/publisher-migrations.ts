import type { MigrationClass } from '@gids/persistence';
import { Migration20261122_directory } from './migration-20261122-directory.js';
import { Migration20261125_managed_side } from './migration-20261125-managed-side.js';
import { Migration20261125_review } from './migration-20261125-review.js';
import { Migration20261125_rules } from './migration-20261125-rules.js';
import { Migration20261125_take_over } from './migration-20261125-take-over.js';

/** All migrations of the publisher, in the order in which they are applied. */
export const publisherMigrations: readonly MigrationClass[] = [Migration20261122_directory, Migration20261125_managed_side, Migration20261125_rules, Migration20261125_review, Migration20261125_take_over];
