import { wholeNumber, type ConfigOf } from '@gids/service-host';
import { z } from 'zod';

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Passwords and tokens never travel in the clear: https, or this machine itself. */
function isSafeOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, origin } = new URL(value);
  return (protocol === 'https:' || (protocol === 'http:' && localHosts.has(hostname))) && (value === origin || value === `${origin}/`);
}

export const gatewaySettings = z.object({
  PORT: wholeNumber(0, 65_535).default(3_000).describe('Port of the HTTP API'),
  GIDS_BASE_URL: z
    .string()
    .refine(isSafeOrigin, { error: 'must be https://host[:port] without a path; http:// is for localhost only' })
    .transform((value) => value.replace(/\/$/, ''))
    .optional()
    .describe('Address at which people reach the gateway, for links and cookies; `http://localhost:PORT` where it is absent'),
  GIDS_MAX_UPLOAD_MB: wholeNumber(1, 10_240).default(512).describe('Largest file that can be pushed, in MB'),
  GIDS_TRUSTED_PROXIES: wholeNumber(0, 10).default(0).describe('Number of proxies before the gateway whose `X-Forwarded-For` is believed'),
});

export type GatewayConfig = ConfigOf<typeof gatewaySettings>;

/** @returns the address for links, without a slash at its end */
export function baseUrlOf(config: GatewayConfig): string {
  return config.GIDS_BASE_URL ?? `http://localhost:${config.PORT}`;
}
