import { SessionCookie } from './session-cookie.js';

describe('the session cookie', () => {
  it('e7 is bound to host and https', () => {
    const cookie = new SessionCookie('https://gids.example.nl');
    expect(cookie.write('abc')).toBe('__Host-gids=abc; Path=/; HttpOnly; SameSite=Strict; Secure');
    expect(cookie.clear()).toBe('__Host-gids=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict; Secure');
  });

  it('has no Secure on this machine itself', () => {
    expect(new SessionCookie('http://localhost:3000').write('abc')).toBe('gids=abc; Path=/; HttpOnly; SameSite=Strict');
  });

  it.each([
    ['gids=abc', 'abc'],
    ['a=1; gids=abc; b=2', 'abc'],
    ['notgids=abc', undefined],
    ['gids=', undefined],
    [undefined, undefined],
  ])('reads %s as %s', (cookie, expected) => {
    expect(new SessionCookie('http://localhost:3000').read(cookie === undefined ? {} : { cookie })).toBe(expected);
  });
});
