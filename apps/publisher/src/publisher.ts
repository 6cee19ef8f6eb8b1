import type { ServiceDefinition } from '@gids/service-host';
import { z } from 'zod';
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
import { NoDuplicateFoundHandler } from './no-duplicate-found.handler.js';
import { ImportRoots } from './organisations/import-roots.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ProductMappedHandler } from './product-mapped.handler.js';
import { ProductsController } from './products/products.controller.js';
import { QueriesController } from './queries/queries.controller.js';
import { RecordReevaluatedHandler } from './record-reevaluated.handler.js';
import { RemovalController } from './removal/removal.controller.js';
import { RenumberingController } from './renumbering/renumbering.controller.js';
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
      DecisionsController,
      TransfersController,
      TakeOverController,
      OrganisationsController,
      ContractsController,
      ProductsController,
      CopiesController,
      RemovalController,
      SuppressionController,
      RenumberingController,
      ReviewController,
      QueriesController,
    ],
    providers: [ImportRoots, ControlSweep],
  },
};
