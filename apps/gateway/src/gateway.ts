import type { Log } from '@gids/messaging';
import { CONFIG, LOG, type ServiceDefinition } from '@gids/service-host';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountAdministration } from './accounts/account-administration.js';
import { UntoldPeople } from './accounts/untold-people.js';
import { ApiKeys } from './api-keys/api-keys.js';
import { ApiLinks } from './api/links.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditReader } from './audit/audit-reader.js';
import { AuditSubjects } from './audit/audit-subjects.js';
import { Refusals } from './audit/refusals.js';
import { HealthProbe } from './health/health-probe.js';
import { Housekeeping } from './housekeeping.js';
import { BulkProgressedHandler } from './bulk-changes/bulk-progressed.handler.js';
import { RecordExport } from './exports/record-export.js';
import { configureDoor } from './http/door.js';
import { InputInterceptor } from './http/input.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { VersionTagInterceptor } from './http/version-tag.interceptor.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotentAnswers } from './idempotency/idempotent-answers.js';
import { RunStarter } from './import-runs/run-starter.js';
import { LiveEventStore } from './live-events/live-event-store.js';
import { LiveFeed } from './live-events/live-feed.js';
import { RunCompletedHandler } from './live-events/run-completed.handler.js';
import { RunFailedHandler } from './live-events/run-failed.handler.js';
import { RunHeldHandler } from './live-events/run-held.handler.js';
import { RunProgressedHandler } from './live-events/run-progressed.handler.js';
import { RunStartedHandler } from './live-events/run-started.handler.js';
import { AttemptCookie } from './oidc/attempt-cookie.js';
import { OidcAccounts } from './oidc/oidc-accounts.js';
import { OidcAttempts } from './oidc/oidc-attempts.js';
import { OidcClient } from './oidc/oidc-client.js';
import { openApiDocument } from './openapi/document.js';
import { OPENAPI } from './openapi/openapi.controller.js';
import { routesOf } from './openapi/routes.js';
import { PasswordChangeGuard } from './passwords/password-change.guard.js';
import { Passwords } from './passwords/passwords.js';
import { QueueStates } from './queues/queue-states.js';
import { RateCounter } from './rate-limits/rate-counter.js';
import { RateLimitInterceptor } from './rate-limits/rate-limit.interceptor.js';
import { AccessGuard } from './rights/access.guard.js';
import { AccessTable } from './rights/access-table.js';
import { access } from './rights/access.js';
import { ImportRights } from './rights/import-rights.js';
import { RunStoppedHandler } from './run-control/run-stopped.handler.js';
import { SavedViews } from './saved-views/saved-views.js';
import { routes } from './routes.js';
import { baseUrlOf, gatewaySettings, type GatewayConfig } from './settings.js';
import { Accounts } from './sign-in/accounts.js';
import { SignInAttempts } from './sign-in/attempts.js';
import { Authenticator } from './sign-in/authenticator.js';
import { MachineTokens } from './sign-in/machine-tokens.js';
import { SessionCookie } from './sign-in/session-cookie.js';
import { Sessions } from './sign-in/sessions.js';
import { SignInGuard } from './sign-in/sign-in.guard.js';
import { SoapAudit } from './soap/soap-audit.js';
import { SoapCallers } from './soap/soap-caller.js';
import { SoapDoor } from './soap/soap-door.js';
import { gatewayDatabase } from './state/database.js';

const handlers = [RunStartedHandler, RunProgressedHandler, RunHeldHandler, RunFailedHandler, RunCompletedHandler, RunStoppedHandler, BulkProgressedHandler];

/** The one door for people and scripts: it asks the other services, and keeps who may come in. */
export const gateway: ServiceDefinition = {
  name: 'gateway',
  settings: gatewaySettings,
  database: gatewayDatabase,
  module: {
    controllers: [...routes, ...handlers],
    providers: [
      { provide: ApiLinks, useFactory: (config: GatewayConfig) => new ApiLinks(baseUrlOf(config)), inject: [CONFIG] },
      { provide: SessionCookie, useFactory: (config: GatewayConfig) => new SessionCookie(baseUrlOf(config)), inject: [CONFIG] },
      { provide: AttemptCookie, useFactory: (config: GatewayConfig) => new AttemptCookie(baseUrlOf(config)), inject: [CONFIG] },
      { provide: LiveFeed, useFactory: (store: LiveEventStore, log: Log) => new LiveFeed(store, log), inject: [LiveEventStore, LOG] },
      { provide: OPENAPI, useFactory: () => openApiDocument(routes) },
      { provide: AccessTable, useFactory: () => new AccessTable(access, routesOf(routes)) },
      { provide: APP_GUARD, useClass: SignInGuard },
      { provide: APP_GUARD, useClass: PasswordChangeGuard },
      { provide: APP_GUARD, useClass: AccessGuard },
      // From the outside in: a repeat is not kept once more, and a version that goes along is known to what keeps answers.
      { provide: APP_INTERCEPTOR, useClass: InputInterceptor },
      { provide: APP_INTERCEPTOR, useClass: RateLimitInterceptor },
      { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
      { provide: APP_INTERCEPTOR, useClass: VersionTagInterceptor },
      { provide: APP_FILTER, useClass: ProblemFilter },
      AccountAdministration,
      Accounts,
      ApiKeys,
      AuditLog,
      AuditReader,
      AuditSubjects,
      Authenticator,
      HealthProbe,
      Housekeeping,
      IdempotentAnswers,
      ImportRights,
      LiveEventStore,
      MachineTokens,
      OidcAccounts,
      OidcAttempts,
      OidcClient,
      Passwords,
      QueueStates,
      RateCounter,
      Refusals,
      RecordExport,
      SavedViews,
      RunStarter,
      Sessions,
      SignInAttempts,
      SoapAudit,
      SoapCallers,
      SoapDoor,
      UntoldPeople,
    ],
  },
  http: { portSetting: 'PORT', configure: configureDoor },
};
