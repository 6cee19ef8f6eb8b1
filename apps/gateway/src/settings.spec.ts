import { ConfigError, readConfig } from '@gids/service-host';
import { baseUrlOf, gatewaySettings, hasLocalAccounts } from './settings.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(gatewaySettings, env);

describe('the settings of the gateway', () => {
  it('have defaults that work on one machine', () => {
    expect(read({})).toEqual({
      PORT: 3_000,
      GIDS_MAX_UPLOAD_MB: 512,
      GIDS_TRUSTED_PROXIES: 0,
      GIDS_SIGN_INS_PER_MINUTE: 5,
      GIDS_PUSHES_PER_MINUTE: 60,
      GIDS_RUN_STARTS_PER_5_MINUTES: 12,
      GIDS_EXPORTS_PER_HOUR: 10,
    });
    expect(baseUrlOf(read({ PORT: '8080' }))).toBe('http://localhost:8080');
  });

  it.each(['https://gids.example.nl', 'https://gids.example.nl:8443', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('take the address %s', (address) => {
    expect(baseUrlOf(read({ GIDS_BASE_URL: address }))).toBe(address);
  });

  it('take a slash off the address', () => {
    expect(baseUrlOf(read({ GIDS_BASE_URL: 'https://gids.example.nl/' }))).toBe('https://gids.example.nl');
  });

  it.each(['http://gids.example.nl', 'gids.example.nl', 'https://gids.example.nl/pad', 'ftp://gids.example.nl', 'https://user:pass@gids.example.nl'])('N13 refuse the address %s', (address) => {
    expect(() => read({ GIDS_BASE_URL: address })).toThrow(ConfigError);
  });

  const provider = { GIDS_OIDC_ISSUER: 'https://inloggen.example.nl/realms/gids', GIDS_OIDC_CLIENT_ID: 'gids-import', GIDS_OIDC_PRIVATE_KEY_FILE: '/run/secrets/oidc.jwk' };

  it.each([
    ['local accounts by themselves', {}, true],
    ['local accounts that are asked for, in production too', { NODE_ENV: 'production', GIDS_LOCAL_ACCOUNTS: 'true' }, true],
    ['a provider and a key', provider, false],
    ['a provider in production', { ...provider, NODE_ENV: 'production', GIDS_LOCAL_ACCOUNTS: 'false' }, false],
    ['a provider and a secret', { ...provider, GIDS_OIDC_PRIVATE_KEY_FILE: '', GIDS_OIDC_CLIENT_SECRET: 'geheim' }, false],
    ['a provider on this machine without https', { ...provider, GIDS_OIDC_ISSUER: 'http://127.0.0.1:9000' }, false],
  ])('N26 take %s', (_what, env, local) => {
    expect(hasLocalAccounts(read(env))).toBe(local);
  });

  it.each([
    ['N26 local accounts in production that nobody asked for', { NODE_ENV: 'production' }, 'GIDS_LOCAL_ACCOUNTS: in production people sign in with OpenID Connect'],
    ['N26 local accounts in production that are turned off', { NODE_ENV: 'production', GIDS_LOCAL_ACCOUNTS: 'false' }, 'GIDS_LOCAL_ACCOUNTS: nobody could sign in'],
    ['N26 local accounts beside a provider', { ...provider, GIDS_LOCAL_ACCOUNTS: 'true' }, 'GIDS_LOCAL_ACCOUNTS: cannot be true'],
    ['N24 a provider without a name for the gateway', { ...provider, GIDS_OIDC_CLIENT_ID: '' }, 'GIDS_OIDC_CLIENT_ID: is required'],
    ['N24 two ways to show who the gateway is', { ...provider, GIDS_OIDC_CLIENT_SECRET: 'geheim' }, 'GIDS_OIDC_PRIVATE_KEY_FILE: set either'],
    ['N24 no way to show who the gateway is', { ...provider, GIDS_OIDC_PRIVATE_KEY_FILE: '' }, 'GIDS_OIDC_PRIVATE_KEY_FILE: set either'],
    ['N24 a provider without https', { ...provider, GIDS_OIDC_ISSUER: 'http://inloggen.example.nl' }, 'GIDS_OIDC_ISSUER: must be the https address'],
    ['N24 a name for the gateway without a provider', { GIDS_OIDC_CLIENT_ID: 'gids-import' }, 'GIDS_OIDC_ISSUER: is missing'],
  ])('%s is refused', (_what, env, sentence) => {
    expect(() => read(env)).toThrow(sentence);
  });
});
