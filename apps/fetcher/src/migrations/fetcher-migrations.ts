import type { MigrationClass } from '@gids/persistence';
import { Migration20261122_runs } from './migration-20261122-runs.js';
import { Migration20261125_held_runs } from './migration-20261125-held-runs.js';
import { Migration20261126_deliveries } from './migration-20261126-deliveries.js';
import { Migration20261126_schedule } from './migration-20261126-schedule.js';

/** In the order in which they are applied. */
export const fetcherMigrations: readonly MigrationClass[] = [Migration20261122_runs, Migration20261125_held_runs, Migration20261126_schedule, Migration20261126_deliveries];
