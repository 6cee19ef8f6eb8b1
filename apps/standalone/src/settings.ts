import { onOff, wholeNumber } from '@gids/service-host';
import { z } from 'zod';

/** Settings of the standalone process; the services in it read their own as well. */
export const standaloneSettings = z.object({
  GIDS_DATA_DIR: z.string().default('.data').describe('Folder for everything that is kept: database, mail, log, machine token'),
  GIDS_DEMO: onOff.default(true).describe('Whether the first start imports two small demo files'),
  DATABASE_URL: z.string().optional().describe('An own PostgreSQL to use instead of the embedded one'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much goes to `gids.log` in GIDS_DATA_DIR'),
  PORT: wholeNumber(0, 65_535).default(3_000).describe('Port of the gateway'),
});
