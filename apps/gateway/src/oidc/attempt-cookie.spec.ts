import { AttemptCookie } from './attempt-cookie.js';

describe('the cookie of a sign-in under way', () => {
  it('e7 comes along when the provider sends the browser back, for ten minutes', () => {
    expect(new AttemptCookie('https://gids.example.nl').write('abc')).toBe('__Host-gids-aanmelding=abc; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure');
    expect(new AttemptCookie('http://localhost:3000').write('abc')).toBe('gids-aanmelding=abc; Max-Age=600; Path=/; HttpOnly; SameSite=Lax');
  });
});
