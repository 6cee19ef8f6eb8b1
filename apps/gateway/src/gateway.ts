import type { Log } from '@gids/messaging';
import { CONFIG, LOG, type ServiceDefinition } from '@gids/service-host';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ApiLinks } from './api/links.js';
import { HealthProbe } from './health/health-probe.js';
import { Housekeeping } from './housekeeping.js';
import { configureDoor } from './http/door.js';
import { InputInterceptor } from './http/input.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { VersionTagInterceptor } from './http/version-tag.interceptor.js';
import { RunStarter } from './import-runs/run-starter.js';
import { LiveEventStore } from './live-events/live-event-store.js';
import { LiveFeed } from './live-events/live-feed.js';
import { RunCompletedHandler } from './live-events/run-completed.handler.js';
import { RunFailedHandler } from './live-events/run-failed.handler.js';
import { RunHeldHandler } from './live-events/run-held.handler.js';
import { RunProgressedHandler } from './live-events/run-progressed.handler.js';
import { RunStartedHandler } from './live-events/run-started.handler.js';
import { openApiDocument } from './openapi/document.js';
import { OPENAPI } from './openapi/openapi.controller.js';
import { QueueStates } from './queues/queue-states.js';
import { routes } from './routes.js';
import { baseUrlOf, gatewaySettings, type GatewayConfig } from './settings.js';
import { Accounts } from './sign-in/accounts.js';
import { SignInAttempts } from './sign-in/attempts.js';
import { Authenticator } from './sign-in/authenticator.js';
import { MachineTokens } from './sign-in/machine-tokens.js';
import { SessionCookie } from './sign-in/session-cookie.js';
import { Sessions } from './sign-in/sessions.js';
import { SignInGuard } from './sign-in/sign-in.guard.js';
import { gatewayDatabase } from './state/database.js';

const handlers = [RunStartedHandler, RunProgressedHandler, RunHeldHandler, RunFailedHandler, RunCompletedHandler];

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
      { provide: LiveFeed, useFactory: (store: LiveEventStore, log: Log) => new LiveFeed(store, log), inject: [LiveEventStore, LOG] },
      { provide: OPENAPI, useFactory: () => openApiDocument(routes) },
      { provide: APP_GUARD, useClass: SignInGuard },
      { provide: APP_INTERCEPTOR, useClass: InputInterceptor },
      { provide: APP_INTERCEPTOR, useClass: VersionTagInterceptor },
      { provide: APP_FILTER, useClass: ProblemFilter },
      Accounts,
      Authenticator,
      HealthProbe,
      Housekeeping,
      LiveEventStore,
      MachineTokens,
      QueueStates,
      RunStarter,
      Sessions,
      SignInAttempts,
    ],
  },
  http: { portSetting: 'PORT', configure: configureDoor },
};
