import type { Type } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { ComparisonsController } from './comparisons/comparisons.controller.js';
import { DeletionRequestsController } from './deletion-requests/deletion-requests.controller.js';
import { BulkChangesController } from './bulk-changes/bulk-changes.controller.js';
import { ContractOverviewsController } from './contract-overviews/contract-overviews.controller.js';
import { ErrorGroupsController } from './error-groups/error-groups.controller.js';
import { ChangesFeedController } from './changes-feed/changes-feed.controller.js';
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
import { MailViewerController } from './mail-viewer/mail-viewer.controller.js';
import { MessagePreferencesController } from './message-preferences/message-preferences.controller.js';
import { DeliveriesController } from './messages/deliveries.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OrganisationCopiesController } from './organisation-copies/organisation-copies.controller.js';
import { OrganisationRolesController } from './organisation-roles/organisation-roles.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { PasswordsController } from './passwords/passwords.controller.js';
import { ProblemReportsController } from './problem-reports/problem-reports.controller.js';
import { ProcessedRecordsController } from './processed-records/processed-records.controller.js';
import { ProductsController } from './products/products.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { RecordFacetsController } from './record-facets/record-facets.controller.js';
import { ReviewRoundsController } from './review-rounds/review-rounds.controller.js';
import { ImportRightsController } from './rights/import-rights.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { SourceRecordsController } from './source-records/source-records.controller.js';
import { SessionsController } from './sign-in/sessions.controller.js';
import { UnsubscribingController } from './unsubscribing/unsubscribing.controller.js';

/** Everything that answers HTTP; the OpenAPI document tells of exactly these. */
export const routes: readonly Type[] = [
  SessionsController,
  PasswordsController,
  OidcController,
  AccountsController,
  ImportRightsController,
  ApiKeysController,
  ImportSourcesController,
  SchedulesController,
  SourceRecordsController,
  ImportRunsController,
  HeldRunsController,
  LiveEventsController,
  ErrorGroupsController,
  BulkChangesController,
  SavedViewsController,
  RecordFacetsController,
  ImportRecordsController,
  RecordDecisionsController,
  CandidatesController,
  ProcessedRecordsController,
  ImportsController,
  ReviewRoundsController,
  ProblemReportsController,
  DirectoryOrganisationsController,
  ContractOverviewsController,
  OrganisationRolesController,
  ComparisonsController,
  DeletionRequestsController,
  ProductsController,
  OrganisationCopiesController,
  ChangesFeedController,
  OrganisationsController,
  MessagesController,
  MessagePreferencesController,
  UnsubscribingController,
  DeliveriesController,
  MailViewerController,
  AuditController,
  QueuesController,
  HealthController,
  OpenApiController,
];
