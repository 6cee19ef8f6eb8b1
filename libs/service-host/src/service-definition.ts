import type { ServiceName } from '@gids/contracts';
import type { DatabaseDefinition } from '@gids/persistence';
import type { INestApplication, ModuleMetadata } from '@nestjs/common';
import type { Settings } from './config.js';

/** A service as its folder declares it: the same for one process each and for all in one. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** Environment variables that only this service reads. */
  readonly settings: Settings;
  /** Its own tables; those of the messaging are added by the host. */
  readonly database: DatabaseDefinition;
  /** Its handlers (controllers) and providers. */
  readonly module: ModuleMetadata;
  /** Present where the service also has an HTTP side. */
  readonly http?: HttpSide;
}

/** The HTTP side of a service. */
export interface HttpSide {
  /** Name of the setting that holds the port. */
  readonly portSetting: string;
  /** Sets up middleware, pipes and filters before the routes are live. */
  readonly configure: (app: INestApplication) => void | Promise<void>;
}
