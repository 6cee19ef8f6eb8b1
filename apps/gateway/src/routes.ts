import type { Type } from '@nestjs/common';
import { DirectoryOrganisationsController } from './directory-organisations/directory-organisations.controller.js';
import { HealthController } from './health/health.controller.js';
import { CandidatesController } from './import-records/candidates.controller.js';
import { ImportRecordsController } from './import-records/import-records.controller.js';
import { RecordDecisionsController } from './import-records/record-decisions.controller.js';
import { HeldRunsController } from './import-runs/held-runs.controller.js';
import { ImportRunsController } from './import-runs/import-runs.controller.js';
import { ImportSourcesController } from './import-sources/import-sources.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { LiveEventsController } from './live-events/live-events.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OrganisationCopiesController } from './organisation-copies/organisation-copies.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ProductsController } from './products/products.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { ReviewRoundsController } from './review-rounds/review-rounds.controller.js';
import { SessionsController } from './sign-in/sessions.controller.js';

/** Everything that answers HTTP; the OpenAPI document tells of exactly these. */
export const routes: readonly Type[] = [
  SessionsController,
  ImportSourcesController,
  ImportRunsController,
  HeldRunsController,
  LiveEventsController,
  ImportRecordsController,
  RecordDecisionsController,
  CandidatesController,
  ImportsController,
  ReviewRoundsController,
  DirectoryOrganisationsController,
  ProductsController,
  OrganisationCopiesController,
  OrganisationsController,
  QueuesController,
  HealthController,
  OpenApiController,
];
