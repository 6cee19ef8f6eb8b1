import type { ServiceDefinition } from '@gids/service-host';
import { fetcherEntities } from './entities.js';
import { fetcherSettings } from './fetcher.config.js';
import { ImportCleanedUpHandler } from './import-cleaned-up.handler.js';
import { fetcherMigrations } from './migrations/fetcher-migrations.js';
import { RecordSuppressedHandler } from './record-suppressed.handler.js';
import { ControlRunController } from './control/control-run.controller.js';
import { DecideHeldRunController } from './requests/decide-held-run.controller.js';
import { DeliveriesController } from './push-records/deliveries.controller.js';
import { QueriesController } from './requests/queries.controller.js';
import { ReceiveFilePartController } from './requests/receive-file-part.controller.js';
import { StartImportController } from './requests/start-import.controller.js';
import { RunCompletedHandler } from './run-completed.handler.js';
import { RunProgressedHandler } from './run-progressed.handler.js';
import { ChangeScheduleController } from './schedule/change-schedule.controller.js';
import { Scheduler } from './schedule/scheduler.js';
import { RunWorker } from './runs/run-worker.js';

/** The first service: fetches or receives files, judges them whole, and sends what changed. */
export const fetcher: ServiceDefinition = {
  name: 'fetcher',
  settings: fetcherSettings,
  database: { schema: 'fetcher', entities: fetcherEntities, migrations: fetcherMigrations },
  module: {
    controllers: [
      StartImportController,
      ReceiveFilePartController,
      QueriesController,
      DecideHeldRunController,
      ControlRunController,
      ChangeScheduleController,
      DeliveriesController,
      RunProgressedHandler,
      RunCompletedHandler,
      RecordSuppressedHandler,
      ImportCleanedUpHandler,
    ],
    providers: [RunWorker, Scheduler],
  },
};
