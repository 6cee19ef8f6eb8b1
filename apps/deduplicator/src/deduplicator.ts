import type { ServiceDefinition } from '@gids/service-host';
import { deduplicatorSettings } from './deduplicator.config.js';
import { DirectoryChanges } from './directory-changes.js';
import { Counting } from './evaluation/counting.js';
import { DailySweep } from './evaluation/daily-sweep.js';
import { Evaluator } from './evaluation/evaluator.js';
import { StaleWorker } from './evaluation/stale-worker.js';
import { Sweep } from './evaluation/sweep.js';
import { ImportCleanedUpHandler } from './import-cleaned-up.handler.js';
import { deduplicatorMigrations } from './migrations/migrations.js';
import { OrganisationMappedHandler } from './organisation-mapped.handler.js';
import { OrganisationRemovedHandler } from './organisation-removed.handler.js';
import { OrganisationSavedHandler } from './organisation-saved.handler.js';
import { RecordSuppressedHandler } from './record-suppressed.handler.js';
import { DuplicatePolicyController } from './requests/duplicate-policy.controller.js';
import { JudgeDuplicateController } from './requests/judge-duplicate.controller.js';
import { RowVanishedHandler } from './row-vanished.handler.js';
import { RunFetchedHandler } from './run-fetched.handler.js';
import { deduplicatorEntities } from './state/entities.js';

/** The third service: finds what the directory holds already. */
export const deduplicator: ServiceDefinition = {
  name: 'deduplicator',
  settings: deduplicatorSettings,
  database: { schema: 'deduplicator', entities: deduplicatorEntities, migrations: deduplicatorMigrations },
  module: {
    controllers: [
      OrganisationMappedHandler,
      RowVanishedHandler,
      RunFetchedHandler,
      OrganisationSavedHandler,
      OrganisationRemovedHandler,
      RecordSuppressedHandler,
      ImportCleanedUpHandler,
      JudgeDuplicateController,
      DuplicatePolicyController,
    ],
    providers: [Evaluator, Counting, DirectoryChanges, StaleWorker, Sweep, DailySweep],
  },
};
