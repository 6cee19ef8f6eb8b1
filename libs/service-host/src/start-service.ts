import 'reflect-metadata';
import type { ServiceName } from '@gids/contracts';
import {
  BusServer,
  forgetOldMessages,
  messagingEntities,
  messagingMigrations,
  messagingRuntime,
  OutboxRelay,
  QueueOperationsController,
  RequestClient,
  RethrowFilter,
  Transactions,
  type Bus,
  type Log,
  type MessagingRuntime,
} from '@gids/messaging';
import { assertMigrated, migrate, openDatabase, sqlOf, type DatabaseDefinition } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import type { DynamicModule, INestApplication, INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from './config.js';
import { ServiceMetrics } from './metrics.js';
import type { ServiceDefinition } from './service-definition.js';
import { CLOCK, CONFIG, LOG, type Clock } from './tokens.js';

/** What a service needs from where it runs. */
export interface ServiceSurroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly databaseUrl: string;
  readonly bus: Bus;
  readonly log: Log;
  readonly poolSize: number;
  readonly prefetch: number;
  readonly clock?: Clock;
}

/** Whether a service can do its work right now, and what is missing. */
export interface Readiness {
  readonly database: boolean;
  readonly bus: boolean;
  readonly consumers: boolean;
}

export interface RunningService {
  readonly name: ServiceName;
  readonly metrics: ServiceMetrics;
  readiness(): Promise<Readiness>;
  /** Stops taking in work, finishes what is in hand, publishes what is left. */
  close(): Promise<void>;
}

/** Longer than any redrive of a dead letter could come after its first delivery. */
const inboxRetentionDays = 90;
const housekeepingMs = 24 * 60 * 60 * 1_000;

/** @returns a service's tables together with those that messaging keeps in the same schema */
export function completeDatabase(definition: ServiceDefinition): DatabaseDefinition {
  const { schema, entities, migrations } = definition.database;
  return { schema, entities: [...messagingEntities, ...entities], migrations: [...messagingMigrations, ...migrations] };
}

/** Brings the schema of a service up to date. */
export async function migrateService(definition: ServiceDefinition, databaseUrl: string): Promise<void> {
  const orm = await openDatabase({ url: databaseUrl, definition: completeDatabase(definition), poolSize: 3 });
  try {
    await migrate(orm, definition.database.schema);
  } finally {
    await orm.close();
  }
}

/**
 * Starts a service in this process: its database, its consumers, its relay and, where it has one, its HTTP side.
 * @throws where the schema is older than the code, a setting is wrong, or a handler is missing
 */
export async function startService(definition: ServiceDefinition, surroundings: ServiceSurroundings): Promise<RunningService> {
  const { name } = definition;
  const { bus, log, prefetch, clock = () => new Date() } = surroundings;
  const config = readConfig(definition.settings, surroundings.env);
  const orm = await openDatabase({
    url: surroundings.databaseUrl,
    definition: completeDatabase(definition),
    poolSize: surroundings.poolSize,
    applicationName: `gids ${name}`,
  });
  await assertMigrated(orm, definition.database.schema);
  const metrics = new ServiceMetrics(name, orm);
  const relay = new OutboxRelay(orm, bus, log);
  const transactions = new Transactions(name, orm, relay, clock);
  const server = new BusServer({ service: name, bus, orm, transactions, log, prefetch, observe: metrics.observe });
  const runtime: MessagingRuntime = { service: name, bus, orm, relay, consumersAttached: () => server.consumersAttached() };
  const app = await createApp(definition, server, [
    { provide: messagingRuntime, useValue: runtime },
    { provide: MikroORM, useValue: orm },
    { provide: Transactions, useValue: transactions },
    { provide: RequestClient, useValue: new RequestClient(bus) },
    { provide: LOG, useValue: log },
    { provide: CLOCK, useValue: clock },
    { provide: CONFIG, useValue: config },
  ]);
  await listen(app, definition, config);
  relay.start();
  const housekeeping = keepHouse(orm, log);

  return {
    name,
    metrics,
    readiness: async () => ({ database: await orm.isConnected(), bus: bus.isConnected(), consumers: server.consumersAttached() }),
    close: async () => {
      clearInterval(housekeeping);
      await app.close();
      await relay.stop();
      await bus.close();
      await orm.close();
    },
  };
}

type Providers = NonNullable<DynamicModule['providers']>;

async function createApp(definition: ServiceDefinition, strategy: BusServer, providers: Providers): Promise<INestApplication | INestMicroservice> {
  const runtimeModule: DynamicModule = { module: RuntimeModule, global: true, providers, exports: providers.map(tokenOf) };
  const module: DynamicModule = {
    module: ServiceModule,
    ...definition.module,
    imports: [runtimeModule, ...(definition.module.imports ?? [])],
    controllers: [QueueOperationsController, ...(definition.module.controllers ?? [])],
  };
  if (!definition.http) {
    const app = await NestFactory.createMicroservice(module, { strategy, logger: ['error', 'fatal'], abortOnError: false });
    app.useGlobalFilters(new RethrowFilter());
    return app;
  }
  const app = await NestFactory.create(module, { logger: ['error', 'fatal'], abortOnError: false, bodyParser: false });
  app.connectMicroservice({ strategy }).useGlobalFilters(new RethrowFilter());
  await definition.http.configure(app);
  return app;
}

async function listen(app: INestApplication | INestMicroservice, { http }: ServiceDefinition, config: object): Promise<void> {
  if (!('startAllMicroservices' in app)) return void (await app.listen());
  await app.startAllMicroservices();
  const port = http ? (config as Record<string, unknown>)[http.portSetting] : 0;
  await app.listen(Number(port));
}

function tokenOf(provider: Providers[number]) {
  return typeof provider === 'object' && 'provide' in provider ? provider.provide : provider;
}

function keepHouse(orm: MikroORM, log: Log): NodeJS.Timeout {
  const forget = () =>
    void forgetOldMessages(sqlOf(orm.em.fork()), inboxRetentionDays).catch((err: unknown) => log.warn({ err }, 'old inbox entries stay for now'));
  return setInterval(forget, housekeepingMs).unref();
}

class RuntimeModule {}
class ServiceModule {}
