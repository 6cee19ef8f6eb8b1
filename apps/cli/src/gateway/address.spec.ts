import { gatewayAddress, resourceAddress } from './address.js';

describe('gatewayAddress', () => {
  it.each([
    ['--url before all', 'https://gids.example', { GIDS_URL: 'http://other', PORT: '8080' }, 'https://gids.example/'],
    ['GIDS_URL', undefined, { GIDS_URL: 'http://gids:8000', PORT: '8080' }, 'http://gids:8000/'],
    ['this machine on PORT', undefined, { PORT: '8080' }, 'http://127.0.0.1:8080/'],
    ['this machine on 3000', undefined, { GIDS_URL: '', PORT: '' }, 'http://127.0.0.1:3000/'],
  ])('takes %s', (_what, given, env, address) => expect(gatewayAddress(given, env).href).toBe(address));

  it.each(['localhost:3000', 'ftp://gids.example', 'gids', 'file:///etc/passwd'])('refuses %s with a sentence', (given) => {
    expect(() => gatewayAddress(given, {})).toThrow(`'${given}' is geen webadres.`);
  });
});

describe('resourceAddress', () => {
  it('keeps the path of the gateway and leaves out what was not asked', () => {
    const url = resourceAddress(new URL('https://gids.example/import/'), '/v1/importruns', { bronId: 'duo-po', page: 2, naam: undefined, sort: '' });
    expect(url.href).toBe('https://gids.example/import/v1/importruns?bronId=duo-po&page=2');
  });

  it('escapes what a source wrote', () => {
    expect(resourceAddress(new URL('http://x'), '/v1/organisatieimporten', { bronId: '00AB|C&1' }).search).toBe('?bronId=00AB%7CC%261');
  });
});
