import type { MigrationClass } from '@gids/persistence';
import { Migration20261122_directory } from './migration-20261122-directory.js';
import { Migration20261125_managed_side } from './migration-20261125-managed-side.js';
import { Migration20261125_review } from './migration-20261125-review.js';
import { Migration20261125_rules } from './migration-20261125-rules.js';
import { Migration20261125_take_over } from './migration-20261125-take-over.js';
import { Migration20261126_messages } from './migration-20261126-messages.js';
import { Migration20261126_people } from './migration-20261126-people.js';
import { Migration20261126_bulk } from './migration-20261126-bulk.js';
import { Migration20261126_feed } from './migration-20261126-feed.js';
import { Migration20261126_record_list } from './migration-20261126-record-list.js';

/** All migrations of the publisher, in the order in which they are applied. */
export const publisherMigrations: readonly MigrationClass[] = [Migration20261122_directory, Migration20261125_managed_side, Migration20261125_rules, Migration20261125_review, Migration20261125_take_over, Migration20261126_messages, Migration20261126_people, Migration20261126_record_list, Migration20261126_bulk, Migration20261126_feed];
