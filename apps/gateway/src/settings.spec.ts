import { ConfigError, readConfig } from '@gids/service-host';
import { baseUrlOf, gatewaySettings } from './settings.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(gatewaySettings, env);

describe('the settings of the gateway', () => {
  it('have defaults that work on one machine', () => {
    expect(read({})).toEqual({ PORT: 3_000, GIDS_MAX_UPLOAD_MB: 512, GIDS_TRUSTED_PROXIES: 0 });
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
});
