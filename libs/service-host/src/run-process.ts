import type { Server } from 'node:http';
import { pipelineTopology, RabbitBus } from '@gids/messaging';
import type { Logger } from 'pino';
import { ConfigError, readConfig, type ConfigOf } from './config.js';
import { startHealthServer } from './health-server.js';
import { createLog } from './log.js';
import type { ServiceDefinition } from './service-definition.js';
import { databaseUrlOf, processSettings } from './settings.js';
import { migrateService, startService, type RunningService } from './start-service.js';

/**
 * Entry of a service that is a process of its own: `main.js` starts it, `main.js migrate` brings its
 * schema up to date and ends. A wrong setting ends the process with a sentence and exit code 1.
 */
export async function runProcess(definition: ServiceDefinition, args = process.argv.slice(2), env = process.env): Promise<void> {
  try {
    const config = readConfig(processSettings, env);
    const log = createLog(definition.name, config.LOG_LEVEL);
    const databaseUrl = databaseUrlOf(definition.name, env);
    if (args[0] === 'migrate') {
      await migrateService(definition, databaseUrl);
      return log.info({}, 'schema is up to date');
    }
    await runUntilSignal(definition, config, log, databaseUrl);
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit();
  }
}

async function runUntilSignal(definition: ServiceDefinition, config: ConfigOf<typeof processSettings>, log: Logger, databaseUrl: string): Promise<void> {
  const bus = await RabbitBus.connect({
    url: config.AMQP_URL,
    name: `gids ${definition.name}`,
    topology: pipelineTopology,
    prefix: config.GIDS_BROKER_PREFIX,
    log,
  });
  const service = await startService(definition, {
    env: process.env,
    databaseUrl,
    bus,
    log,
    poolSize: config.GIDS_POOL_SIZE,
    prefetch: config.GIDS_PREFETCH,
  });
  const health = await startHealthServer(config.HEALTH_PORT, service);
  log.info({ health: health.address() }, 'service is ready');
  stopOnSignal(service, health, config.GIDS_SHUTDOWN_SECONDS, log);
}

/** The first signal drains; a second one, or the end of the grace period, ends at once. */
function stopOnSignal(service: RunningService, health: Server, graceSeconds: number, log: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping: finishing what is in hand');
    setTimeout(() => process.exit(1), graceSeconds * 1_000).unref();
    health.close();
    service.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('unhandledRejection', (err) => {
    log.error({ err }, 'an error that nobody handled ends this process');
    process.exit(1);
  });
}
