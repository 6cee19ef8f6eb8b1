import { changesState, originOfRequest } from './same-origin.js';

const base = 'https://gids.example.nl';

describe('the origin of a request', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 'own'],
    [{ 'sec-fetch-site': 'same-site', origin: base }, 'foreign'],
    [{ 'sec-fetch-site': 'cross-site' }, 'foreign'],
    [{ 'sec-fetch-site': 'none' }, 'foreign'],
    [{ origin: base, host: 'inside:3000' }, 'own'],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 'own'],
    [{ origin: 'https://gids.example.nl.evil.example', host: 'gids.example.nl' }, 'foreign'],
    [{ origin: 'null', host: 'gids.example.nl' }, 'foreign'],
    [{ host: 'gids.example.nl' }, 'unknown'],
  ])('e11 of %j is %s', (headers, expected) => {
    expect(originOfRequest(headers, base)).toBe(expected);
  });

  it.each([
    ['GET', false],
    ['HEAD', false],
    ['POST', true],
    ['DELETE', true],
  ])('%s changes something: %s', (method, expected) => {
    expect(changesState(method)).toBe(expected);
  });
});
