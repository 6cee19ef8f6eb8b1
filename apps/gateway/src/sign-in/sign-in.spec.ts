import { sessionSchema } from '../api/session.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';

const minute = 60_000;

describe('signing in', () => {
  let gateway: GatewayInTest;
  let now = new Date('2026-11-22T08:00:00.000Z');

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
  });
  afterAll(() => gateway.stop());
  afterEach(() => {
    later(2 * minute);
  });

  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

  function signIn(wachtwoord = gateway.password, naam = 'beheerder', headers: Record<string, string> = {}): Promise<Response> {
    return gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ naam, wachtwoord }),
    });
  }

  async function cookieOf(response: Response): Promise<string> {
    expect(response.status).toBe(201);
    return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  }

  const current = (cookie: string, init: RequestInit = {}) =>
    gateway.askAsStranger('/v1/sessies/huidig', { ...init, headers: { cookie, ...init.headers } });

  it('gives a session in a cookie that scripts cannot read', async () => {
    const response = await signIn();
    expect(response.headers.get('set-cookie')).toMatch(/^gids=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/sessies/huidig`);
    const expected = { naam: 'beheerder', soort: 'account', rol: 'systeembeheerder', verlooptOp: later(0).toISOString().replace('T08', 'T20') };
    expect(sessionSchema.parse(await response.json())).toMatchObject(expected);
    expect(await (await current(await cookieOf(response))).json()).toMatchObject(expected);
  });

  it.each([
    ['a wrong password', 'beheerder', 'fout'],
    ['an unknown name', 'iemand', 'fout'],
  ])('refuses %s with the same words', async (_what, naam, wachtwoord) => {
    const response = await signIn(wachtwoord, naam);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.json()).toMatchObject({ code: 'onjuisteGegevens', detail: 'De naam of het wachtwoord klopt niet.' });
  });

  it('e22 takes five tries in a minute for one account', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await signIn('fout')).status).toBe(401);
    const refused = await signIn();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await signIn('fout', 'iemand')).status).toBe(401);
    later(61_000);
    expect((await signIn()).status).toBe(201);
  });

  it('e22 takes thirty tries in a minute from one address, whatever the name', async () => {
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 31; attempt += 1) statuses.push((await signIn('fout', `naam${attempt}`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses[30]).toBe(429);
  });

  it('forgets wrong tries of who gets in', async () => {
    for (let round = 1; round <= 2; round += 1) {
      for (let attempt = 1; attempt <= 4; attempt += 1) await signIn('fout');
      expect((await signIn()).status).toBe(201);
    }
  });

  it('e7 ends a session that is not used for half an hour', async () => {
    const cookie = await cookieOf(await signIn());
    later(29 * minute);
    expect((await current(cookie)).status).toBe(200);
    later(29 * minute);
    expect((await current(cookie)).status).toBe(200);
    later(30 * minute);
    expect((await current(cookie)).status).toBe(401);
  });

  it('e7 ends a session after twelve hours, however much it is used', async () => {
    const cookie = await cookieOf(await signIn());
    for (let used = 0; used < 12 * 60 - 20; used += 20) {
      later(20 * minute);
      expect((await current(cookie)).status).toBe(200);
    }
    later(20 * minute);
    expect((await current(cookie)).status).toBe(401);
  });

  it('ends a session when its person signs out', async () => {
    const cookie = await cookieOf(await signIn());
    const response = await current(cookie, { method: 'DELETE', headers: { origin: publicUrl } });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^gids=; Max-Age=0;/);
    expect((await current(cookie)).status).toBe(401);
  });

  it('e7 gives a new session at every sign-in and ends the one before', async () => {
    const first = await cookieOf(await signIn());
    const second = await cookieOf(await signIn(gateway.password, 'beheerder', { cookie: first, origin: publicUrl }));
    expect(second).not.toBe(first);
    expect((await current(first)).status).toBe(401);
    expect((await current(second)).status).toBe(200);
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{}, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 204],
  ])('e11 lets a cookie change something only from our own pages: %j', async (headers, status) => {
    const cookie = await cookieOf(await signIn());
    expect((await current(cookie, { method: 'DELETE', headers })).status).toBe(status);
  });

  it('e11 does not sign in from the page of another website', async () => {
    expect((await signIn(gateway.password, 'beheerder', { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('knows a machine token, in the header only', async () => {
    expect(await (await gateway.ask('/v1/sessies/huidig')).json()).toMatchObject({ naam: 'opdrachtregel', soort: 'token', verlooptOp: null });
    expect((await gateway.askAsStranger(`/v1/sessies/huidig?token=${gateway.token}`)).status).toBe(401);
    expect((await gateway.ask('/v1/sessies/huidig', { method: 'DELETE' })).status).toBe(404);
  });

  it.each(['Bearer gids_unknown', 'Bearer ', 'Basic YTpi', `Bearer gids_${'a'.repeat(43)}`])('refuses the header "%s"', async (authorization) => {
    const cookie = await cookieOf(await signIn());
    const response = await gateway.askAsStranger('/v1/sessies/huidig', { headers: { authorization, cookie } });
    expect(response.status).toBe(401);
  });

  it('N38 logs no password and no token', () => {
    const text = JSON.stringify(gateway.logged);
    expect(text).not.toContain(gateway.password);
    expect(text).not.toContain(gateway.token);
  });
});
