import { createdAccountSchema } from '../api/account.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';

const minute = 60_000;
const own = 'drie losse woorden';

describe('a password of one’s own', () => {
  let gateway: GatewayInTest;
  let administrator: PersonInTest;
  let now = new Date('2026-11-26T08:00:00.000Z');
  let numbered = 0;

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
    administrator = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true });
  });
  afterAll(() => gateway.stop());
  afterEach(() => {
    now = new Date(now.getTime() + 2 * minute);
  });

  async function signIn(naam: string, wachtwoord: string): Promise<{ status: number; cookie: string }> {
    const response = await gateway.askAsStranger('/v1/sessies', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ naam, wachtwoord }) });
    return { status: response.status, cookie: (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
  }

  /** Somebody with a password for one time, who is signed in. */
  async function newPerson(): Promise<{ naam: string; given: string; cookie: string }> {
    const naam = `persoon${(numbered += 1)}`;
    const made = createdAccountSchema.parse(await (await administrator.sendJson('POST', '/v1/accounts', { naam })).json());
    return { naam, given: made.eenmaligWachtwoord, cookie: (await signIn(naam, made.eenmaligWachtwoord)).cookie };
  }

  const ask = (cookie: string, path: string, init: RequestInit = {}) => gateway.askAsStranger(path, { ...init, headers: { cookie, origin: publicUrl, ...init.headers } });
  const change = (cookie: string, huidigWachtwoord: string, nieuwWachtwoord: string) =>
    ask(cookie, '/v1/sessies/huidig/wachtwoord', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ huidigWachtwoord, nieuwWachtwoord }) });

  it('N26 comes first for who got a password of somebody else: nothing else is answered until then', async () => {
    const { given, cookie } = await newPerson();
    for (const [method, path] of [['GET', '/v1/gids-organisaties'], ['POST', '/v1/gids-organisaties'], ['GET', '/v1/organisaties'], ['GET', '/v1/openapi.json']] as const) {
      const response = await ask(cookie, path, { method });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'wachtwoordWijzigen' });
    }
    expect((await ask(cookie, '/v1/sessies/huidig')).status).toBe(200);
    expect((await change(cookie, given, own)).status).toBe(204);
    expect((await ask(cookie, '/v1/organisaties')).status).not.toBe(403);
  });

  it('N26 can be left for later: signing out is allowed', async () => {
    const { cookie } = await newPerson();
    expect((await ask(cookie, '/v1/sessies/huidig', { method: 'DELETE' })).status).toBe(204);
  });

  it('replaces the one before, and ends the sessions that were opened with that, but not this one', async () => {
    const { naam, given, cookie } = await newPerson();
    const elsewhere = (await signIn(naam, given)).cookie;
    expect((await change(cookie, given, own)).status).toBe(204);
    expect((await ask(cookie, '/v1/sessies/huidig')).status).toBe(200);
    expect((await ask(elsewhere, '/v1/sessies/huidig')).status).toBe(401);
    expect((await signIn(naam, given)).status).toBe(401);
    expect((await signIn(naam, own)).status).toBe(201);
  });

  it('counts in the version of the account, so that a change that was begun before is refused', async () => {
    const { naam, given, cookie } = await newPerson();
    await change(cookie, given, own);
    expect((await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { geblokkeerd: true }, 1)).status).toBe(412);
    expect(await (await administrator.ask(`/v1/accounts/${naam}`)).json()).toMatchObject({ versie: 2, wachtwoordWijzigen: false });
  });

  it.each([
    ['the wrong password until now', () => 'verkeerd wachtwoord', own, 'huidigWachtwoord', 'Dit is niet uw wachtwoord.'],
    ['one that is too short', (given: string) => given, 'te kort', 'nieuwWachtwoord', expect.stringContaining('12 tekens')],
    ['one with the name in it', (given: string) => given, 'ik ben PERSOON', 'nieuwWachtwoord', expect.stringContaining('naam van uw account')],
    ['one that many use', (given: string) => given, 'Welkom123456', 'nieuwWachtwoord', expect.stringContaining('te veel mensen')],
  ])('is refused with %s', async (_what, current, next, veld, melding) => {
    const { naam, given, cookie } = await newPerson();
    const response = await change(cookie, current(given), next.replace('PERSOON', naam.toUpperCase()));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld, melding }] });
    expect((await signIn(naam, given)).status).toBe(201);
  });

  it('is another one than before', async () => {
    const { given, cookie } = await newPerson();
    expect(await (await change(cookie, given, given)).json()).toMatchObject({ fouten: [{ veld: 'nieuwWachtwoord', melding: 'Kies een ander wachtwoord dan u had.' }] });
  });

  it('e22 cannot be guessed from a browser that was left open', async () => {
    const { naam, cookie } = await newPerson();
    for (let tried = 1; tried <= 5; tried += 1) expect((await change(cookie, `gok nummer ${tried}`, own)).status).toBe(400);
    expect((await change(cookie, 'gok nummer 6', own)).status).toBe(429);
    expect((await signIn(naam, 'gok nummer 7')).status).toBe(429);
  });

  it('is for people: the command line has none', async () => {
    const response = await gateway.sendJson('PUT', '/v1/sessies/huidig/wachtwoord', { huidigWachtwoord: 'x', nieuwWachtwoord: own });
    expect(response.status).toBe(409);
    expect((await gateway.ask('/v1/sessies', { method: 'DELETE' })).status).toBe(404);
  });
});

describe('sessions', () => {
  let gateway: GatewayInTest;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());

  it('e7 all end at once when their person asks for it, and those of others do not', async () => {
    const [here, other] = [await PersonInTest.signIn(gateway, 'jan'), await PersonInTest.signIn(gateway, 'els')];
    const response = await here.ask('/v1/sessies', { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^gids=; Max-Age=0;/);
    expect((await here.ask('/v1/sessies/huidig')).status).toBe(401);
    expect(await gateway.query("SELECT FROM session JOIN account ON account.id = account_id WHERE name = 'jan'")).toEqual([]);
    expect((await other.ask('/v1/sessies/huidig')).status).toBe(200);
  });

  it('e7 of somebody are ended by a systeembeheerder, and by nobody else', async () => {
    const person = await PersonInTest.signIn(gateway, 'piet');
    const colleague = await PersonInTest.signIn(gateway, 'kees', { importRights: ['duo'] });
    const administrator = await PersonInTest.signIn(gateway, 'anna', { systemAdministrator: true });
    expect((await colleague.ask('/v1/accounts/piet/afmeldingen', { method: 'POST' })).status).toBe(403);
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(200);
    expect((await administrator.ask('/v1/accounts/piet/afmeldingen', { method: 'POST' })).status).toBe(204);
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(401);
    expect((await administrator.ask('/v1/accounts/niemand/afmeldingen', { method: 'POST' })).status).toBe(404);
  });
});
