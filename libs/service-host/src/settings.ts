import type { ServiceName } from '@gids/contracts';
import { z } from 'zod';
import { wholeNumber } from './config.js';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Settings of every service that runs as a process of its own. */
export const processSettings = z
  .object({
    AMQP_URL: z.url({ protocol: /^amqps?$/ }).default('amqp://guest:guest@127.0.0.1:5672').describe('RabbitMQ, with virtual host'),
    HEALTH_PORT: wholeNumber(0, 65_535).default(9_464).describe('Port of `/health/live`, `/health/ready` and `/metrics`; 0 takes a free one'),
    LOG_LEVEL: z.enum(logLevels).default('info').describe(`How much is logged: ${logLevels.join(', ')}`),
    GIDS_PREFETCH: wholeNumber(1, 100).default(4).describe('Frames of events that a service has in hand at a time'),
    GIDS_POOL_SIZE: wholeNumber(2, 100).default(10).describe('Database connections of a service at most'),
    GIDS_SHUTDOWN_SECONDS: wholeNumber(1, 600).default(25).describe('Time that a service gets to finish what it has in hand when it is stopped'),
    GIDS_BROKER_PREFIX: z.string().max(40).default('').describe('Put before every exchange and queue, for several installations on one virtual host'),
  })
  .refine(({ GIDS_POOL_SIZE, GIDS_PREFETCH }) => GIDS_POOL_SIZE > GIDS_PREFETCH, {
    path: ['GIDS_POOL_SIZE'],
    error: 'Geef meer verbindingen dan GIDS_PREFETCH: een frame dat zelf een tweede nodig heeft, zou er anders altijd op wachten',
  });

/** Each service may have a server of its own; by default they share one, with a schema each. */
export function databaseSettings(service: ServiceName) {
  const name = `${service.toUpperCase()}_DATABASE_URL`;
  return z.object({
    DATABASE_URL: z.string().optional().describe('PostgreSQL of all services together, `postgres://user:password@host:5432/database`'),
    [name]: z.string().optional().describe(`PostgreSQL of the ${service}, where it differs from DATABASE_URL`),
  });
}

/** @returns the address of a service's database. @throws Error where none is set */
export function databaseUrlOf(service: ServiceName, env: NodeJS.ProcessEnv): string {
  const url = env[`${service.toUpperCase()}_DATABASE_URL`] || env['DATABASE_URL'];
  if (!url) throw new Error(`Set DATABASE_URL or ${service.toUpperCase()}_DATABASE_URL to the address of PostgreSQL.`);
  return url;
}
