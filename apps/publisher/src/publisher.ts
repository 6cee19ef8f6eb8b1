import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkWorker } from './bulk/bulk-worker.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { ControlSweep } from './control/control-sweep.js';
import { ConversionFailedHandler } from './conversion-failed.handler.js';
import { CopiesController } from './copies/copies.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DuplicateFoundHandler } from './duplicate-found.handler.js';
import { DuplicatesChangedHandler } from './duplicates-changed.handler.js';
import { publisherEntities } from './entities.js';
import { EventsSetAsideHandler } from './events-set-aside.handler.js';
import { publisherMigrations } from './migrations/publisher-migrations.js';
import { ComparisonsController } from './links/comparisons.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { NoDuplicateFoundHandler } from './no-duplicate-found.handler.js';
import { ImportRoots } from './organisations/import-roots.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ProcessingController } from './processing/processing.controller.js';
import { PersonChangedHandler } from './people/person-changed.handler.js';
import { RolesController } from './people/roles.controller.js';
import { ProductMappedHandler } from './product-mapped.handler.js';
import { ProductsController } from './products/products.controller.js';
import { QueriesController } from './queries/queries.controller.js';
import { RecordListController } from './record-list/record-list.controller.js';
import { RecordReevaluatedHandler } from './record-reevaluated.handler.js';
import { RemovalController } from './removal/removal.controller.js';
import { RenumberingController } from './renumbering/renumbering.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReviewController } from './review/review.controller.js';
import { RowRejectedHandler } from './row-rejected.handler.js';
import { RowVanishedHandler } from './row-vanished.handler.js';
import { RunFetchedHandler } from './run-fetched.handler.js';
import { SourceReevaluatedHandler } from './source-reevaluated.handler.js';
import { SuppressionController } from './suppression/suppression.controller.js';
import { TakeOverController } from './take-over/take-over.controller.js';
import { TransfersController } from './transfers/transfers.controller.js';

/** The fourth service: the directory, the import records, what the public sees. */
export const publisher: ServiceDefinition = {
  name: 'publisher',
  settings: z.object({}),
  database: { schema: 'publisher', entities: publisherEntities, migrations: publisherMigrations },
  module: {
    controllers: [
      DuplicateFoundHandler,
      NoDuplicateFoundHandler,
      ConversionFailedHandler,
      ProductMappedHandler,
      RowVanishedHandler,
      RowRejectedHandler,
      RunFetchedHandler,
      RecordReevaluatedHandler,
      SourceReevaluatedHandler,
      EventsSetAsideHandler,
      DuplicatesChangedHandler,
      PersonChangedHandler,
      DecisionsController,
      ProcessingController,
      TransfersController,
      TakeOverController,
      OrganisationsController,
      ContractsController,
      RolesController,
      ProductsController,
      CopiesController,
      RemovalController,
      SuppressionController,
      RenumberingController,
      ReviewController,
      ReportsController,
      ComparisonsController,
      QueriesController,
      RecordListController,
      BulkController,
      FeedController,
    ],
    providers: [ImportRoots, ControlSweep, BulkWorker],
  },
};
