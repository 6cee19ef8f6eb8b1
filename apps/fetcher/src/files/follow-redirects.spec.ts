import { isWebAddress, nextHop, RedirectRefused } from './follow-redirects.js';

const secure = new URL('https://bron.example/data/bestand.csv');

describe('where a redirect leads (RELIABILITY c2, 62)', () => {
  it.each([
    ['nieuw.csv', 'https://bron.example/data/nieuw.csv'],
    ['/nieuw.csv?jaar=2026', 'https://bron.example/nieuw.csv?jaar=2026'],
    ['//elders.example/nieuw.csv', 'https://elders.example/nieuw.csv'],
    ['https://elders.example/', 'https://elders.example/'],
  ])('%s: to %s', (location, target) => expect(nextHop(secure, location).href).toBe(target));

  it('never from a secure address to an insecure one', () => {
    expect(() => nextHop(secure, 'http://bron.example/data/bestand.csv')).toThrow(new RedirectRefused('verwijst door naar een onbeveiligd adres'));
    expect(nextHop(new URL('http://bron.example/'), 'http://elders.example/').href).toBe('http://elders.example/');
    expect(nextHop(new URL('http://bron.example/'), 'https://elders.example/').href).toBe('https://elders.example/');
  });
});

describe('an address that may be requested', () => {
  it.each(['https://bron.example/x.csv', 'http://127.0.0.1:8080/'])('%s', (url) => expect(isWebAddress(new URL(url))).toBe(true));

  it.each(['file:///etc/passwd', 'ftp://bron.example/', 'data:text/csv,a;b', 'https://naam@bron.example/', 'https://naam:geheim@bron.example/'])(
    'not %s',
    (url) => expect(isWebAddress(new URL(url))).toBe(false),
  );
});
