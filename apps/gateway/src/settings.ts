import { onOff, wholeNumber, type ConfigOf } from '@gids/service-host';
import { z } from 'zod';

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Passwords and tokens never travel in the clear: https, or this machine itself. */
function isSafeOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, origin } = new URL(value);
  return (protocol === 'https:' || (protocol === 'http:' && localHosts.has(hostname))) && (value === origin || value === `${origin}/`);
}

/** As an origin, but with a path where the provider has one. */
function isSafeIssuer(value: string): boolean {
  return URL.canParse(value) && isSafeOrigin(new URL(value).origin) && !/[?#@]/.test(value);
}

const shape = z.object({
  PORT: wholeNumber(0, 65_535).default(3_000).describe('Port of the HTTP API'),
  GIDS_BASE_URL: z
    .string()
    .refine(isSafeOrigin, { error: 'must be https://host[:port] without a path; http:// is for localhost only' })
    .transform((value) => value.replace(/\/$/, ''))
    .optional()
    .describe('Address at which people reach the gateway, for links and cookies; `http://localhost:PORT` where it is absent'),
  GIDS_MAX_UPLOAD_MB: wholeNumber(1, 10_240).default(512).describe('Largest file that can be pushed, in MB'),
  GIDS_TRUSTED_PROXIES: wholeNumber(0, 10).default(0).describe('Number of proxies before the gateway whose `X-Forwarded-For` is believed'),
  GIDS_SIGN_INS_PER_MINUTE: wholeNumber(1, 1_000).default(5).describe('Tries to sign in to one account from one address; for all accounts together six times as many'),
  GIDS_PUSHES_PER_MINUTE: wholeNumber(1, 10_000).default(60).describe('Files and deliveries that one person or key can push'),
  // One per five minutes (RELIABILITY e22) would stop who tries out a new installation, or follows a run that was refused
  // with one that is right. A source is protected enough by twelve: a run takes minutes, and a second one waits for it.
  GIDS_RUN_STARTS_PER_5_MINUTES: wholeNumber(1, 10_000).default(12).describe('Runs that fetch the file of one source, for all people together'),
  GIDS_EXPORTS_PER_HOUR: wholeNumber(1, 10_000).default(10).describe('Exports that one person can make'),
  GIDS_OIDC_ISSUER: z
    .string()
    .refine(isSafeIssuer, { error: 'must be the https address of an OpenID Connect provider; http:// is for localhost only' })
    .optional()
    .describe('OpenID Connect provider by which people sign in; with it there are no local accounts'),
  GIDS_OIDC_CLIENT_ID: z.string().optional().describe('Name of this installation at the provider; required with GIDS_OIDC_ISSUER'),
  GIDS_OIDC_PRIVATE_KEY_FILE: z.string().optional().describe('Key by which the gateway shows the provider who it is (`private_key_jwt`): a file with a private JWK, or PKCS#8 in PEM'),
  GIDS_OIDC_CLIENT_SECRET: z.string().optional().describe('Secret instead of that key, for a provider that knows no other way'),
  GIDS_LOCAL_ACCOUNTS: onOff.optional().describe('Whether people sign in with a password of the gateway; `true` unless GIDS_OIDC_ISSUER is set, must be set where NODE_ENV is `production`'),
  NODE_ENV: z.string().optional().describe('`production` refuses to start with local accounts that nobody asked for; the image sets it'),
});

/** @throws ConfigError by `readConfig`, also where settings do not go together (N26) */
export const gatewaySettings = shape.superRefine((config, context) => {
  for (const [name, message] of contradictionsIn(config)) context.addIssue({ code: 'custom', path: [name], message });
});

export type GatewayConfig = ConfigOf<typeof gatewaySettings>;

function contradictionsIn(config: z.output<typeof shape>): [name: keyof GatewayConfig, message: string][] {
  return config.GIDS_OIDC_ISSUER === undefined ? contradictionsWithoutProvider(config) : contradictionsWithProvider(config);
}

function contradictionsWithoutProvider({ NODE_ENV, GIDS_LOCAL_ACCOUNTS, GIDS_OIDC_CLIENT_ID }: z.output<typeof shape>): [keyof GatewayConfig, string][] {
  if (GIDS_OIDC_CLIENT_ID !== undefined) return [['GIDS_OIDC_ISSUER', 'is missing, while GIDS_OIDC_CLIENT_ID is set']];
  if (GIDS_LOCAL_ACCOUNTS === false) return [['GIDS_LOCAL_ACCOUNTS', 'nobody could sign in; set it to true, or set GIDS_OIDC_ISSUER']];
  if (NODE_ENV !== 'production' || GIDS_LOCAL_ACCOUNTS) return [];
  return [['GIDS_LOCAL_ACCOUNTS', 'in production people sign in with OpenID Connect: set GIDS_OIDC_ISSUER, or set this to true to have local accounts all the same']];
}

function contradictionsWithProvider(config: z.output<typeof shape>): [keyof GatewayConfig, string][] {
  const found: [keyof GatewayConfig, string][] = [];
  if (config.GIDS_LOCAL_ACCOUNTS) found.push(['GIDS_LOCAL_ACCOUNTS', 'cannot be true together with GIDS_OIDC_ISSUER']);
  if (config.GIDS_OIDC_CLIENT_ID === undefined) found.push(['GIDS_OIDC_CLIENT_ID', 'is required with GIDS_OIDC_ISSUER']);
  const methods = [config.GIDS_OIDC_PRIVATE_KEY_FILE, config.GIDS_OIDC_CLIENT_SECRET].filter((method) => method !== undefined);
  if (methods.length !== 1) found.push(['GIDS_OIDC_PRIVATE_KEY_FILE', 'set either this or GIDS_OIDC_CLIENT_SECRET with GIDS_OIDC_ISSUER']);
  return found;
}

/** @returns whether people sign in with a password of the gateway (N26) */
export function hasLocalAccounts(config: GatewayConfig): boolean {
  return config.GIDS_OIDC_ISSUER === undefined;
}

/** @returns the address for links, without a slash at its end */
export function baseUrlOf(config: GatewayConfig): string {
  return config.GIDS_BASE_URL ?? `http://localhost:${config.PORT}`;
}
