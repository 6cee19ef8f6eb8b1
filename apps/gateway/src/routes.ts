import type { Type } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { ImportRecordsController } from './import-records/import-records.controller.js';
import { ImportRunsController } from './import-runs/import-runs.controller.js';
import { ImportSourcesController } from './import-sources/import-sources.controller.js';
import { LiveEventsController } from './live-events/live-events.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { SessionsController } from './sign-in/sessions.controller.js';

/** Everything that answers HTTP; the OpenAPI document tells of exactly these. */
export const routes: readonly Type[] = [
  SessionsController,
  ImportSourcesController,
  ImportRunsController,
  LiveEventsController,
  ImportRecordsController,
  OrganisationsController,
  QueuesController,
  HealthController,
  OpenApiController,
];
