import { ConfigError, describeSettings, readConfig } from '@gids/service-host';
import { addressOf, fetcherSettings, pullLimits } from './fetcher.config.js';
import { sourceOf } from './testing/source-file.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(fetcherSettings, env);
const [po, lrk] = [sourceOf('duo-po'), sourceOf('lrk')];

describe('where files are pulled from', () => {
  it('is what the source says, unless it is set otherwise', () => {
    expect(addressOf(po, read({}))).toBe(po.url);
    const config = read({ GIDS_SOURCE_URLS: ' duo-po = http://127.0.0.1:8080/po.csv?jaar=2026&x=a ; ' });
    expect(addressOf(po, config)).toBe('http://127.0.0.1:8080/po.csv?jaar=2026&x=a');
    expect(addressOf(lrk, config)).toBe(lrk.url);
  });

  it('may be set for several sources', () => {
    const config = read({ GIDS_SOURCE_URLS: 'duo-po=https://a.example/po.csv;lrk=https://a.example/lrk.csv' });
    expect([po, lrk].map((source) => addressOf(source, config))).toEqual(['https://a.example/po.csv', 'https://a.example/lrk.csv']);
  });

  it.each(['duo-xx=https://a.example/', '=https://a.example/', 'https://a.example/', 'constructor=https://a.example/'])('%s: no such source', (text) => {
    expect(() => read({ GIDS_SOURCE_URLS: text })).toThrow(/^GIDS_SOURCE_URLS: ".*" is not a source\.$/);
  });

  it.each(['duo-po', 'duo-po=', 'duo-po=a.example/po.csv', 'duo-po=file:///etc/passwd', 'duo-po=ftp://a.example/', 'duo-po=https://naam:geheim@a.example/'])(
    '%s: no address that may be requested',
    (text) => {
      const reading = () => read({ GIDS_SOURCE_URLS: text });
      expect(reading).toThrow(ConfigError);
      expect(reading).toThrow('GIDS_SOURCE_URLS: the address of duo-po is not one of http or https without a name and password.');
    },
  );
});

describe('limits', () => {
  it('are megabytes and seconds', () => {
    const config = read({ GIDS_MAX_FILE_MB: '2', GIDS_FETCH_SECONDS: '30', GIDS_FETCH_IDLE_SECONDS: '5' });
    expect(pullLimits(config)).toEqual({ maxBytes: 2_097_152, total: 30_000, idle: 5_000 });
  });

  it.each([
    ['GIDS_MAX_FILE_MB', '0'],
    ['GIDS_MAX_FILE_MB', 'veel'],
    ['GIDS_FETCH_SECONDS', '1.5'],
    ['GIDS_FETCH_IDLE_SECONDS', '301'],
  ])('%s=%s is told by name', (name, value) => expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name}: `)));
});

it('every setting can be described in the table of the README', () => {
  const rows = describeSettings(fetcherSettings);
  expect(rows.map(({ name, defaultValue }) => [name, defaultValue])).toEqual([
    ['GIDS_SOURCE_URLS', ''],
    ['GIDS_MAX_FILE_MB', '512'],
    ['GIDS_FETCH_SECONDS', '900'],
    ['GIDS_FETCH_IDLE_SECONDS', '60'],
  ]);
  expect(rows.every(({ description }) => description.length > 10)).toBe(true);
});
