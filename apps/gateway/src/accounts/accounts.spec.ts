import { PersonChanged } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { accountSchema, createdAccountSchema, type Account, type CreatedAccount } from '../api/account.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';

interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly fouten: { veld: string }[];
}

describe('accounts over HTTP', () => {
  let gateway: GatewayInTest;
  let administrator: PersonInTest;
  let numbered = 0;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    administrator = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true });
  });
  afterAll(() => gateway.stop());

  const freshName = () => `persoon${(numbered += 1)}`;
  const toldOf = async (name: string) => (await gateway.told(PersonChanged)).filter(({ account }) => account === name);
  const signIn = (naam: string, wachtwoord: string) =>
    gateway.askAsStranger('/v1/sessies', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ naam, wachtwoord }) });

  async function create(body: object): Promise<CreatedAccount> {
    const response = await administrator.sendJson('POST', '/v1/accounts', body);
    expect(response.status).toBe(201);
    return createdAccountSchema.parse(await response.json());
  }

  async function show(name: string): Promise<Account> {
    return accountSchema.parse(await (await administrator.ask(`/v1/accounts/${name}`)).json());
  }

  it('R79 are made with a password for one time, which the answer shows and nothing keeps', async () => {
    const naam = freshName();
    const response = await administrator.sendJson('POST', '/v1/accounts', { naam, email: 'jan@voorbeeld.nl', weergavenaam: ' Jan ' });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/accounts/${naam}`);
    const made = createdAccountSchema.parse(await response.json());
    expect(made).toMatchObject({ naam, email: 'jan@voorbeeld.nl', weergavenaam: 'Jan', systeembeheerder: false, importrechten: [], geblokkeerd: false, wachtwoordWijzigen: true, versie: 1 });
    expect(made.eenmaligWachtwoord).toMatch(/^[\w-]{43}$/);
    expect((await signIn(naam, made.eenmaligWachtwoord)).status).toBe(201);
    expect(await show(naam)).not.toHaveProperty('eenmaligWachtwoord');
    const [kept] = await gateway.query<{ password_hash: string }>('SELECT * FROM account WHERE name = $1', [naam]);
    expect(JSON.stringify(kept)).not.toContain(made.eenmaligWachtwoord);
    expect(JSON.stringify(gateway.logged)).not.toContain(made.eenmaligWachtwoord);
  });

  it('are told of to the other services, whole, with every change', async () => {
    const { naam } = await create({ naam: freshName(), email: 'jan@voorbeeld.nl' });
    await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { systeembeheerder: true, email: null }, 1);
    await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { geblokkeerd: true }, 2);
    const known = { account: naam, importRights: [] };
    expect(await eventually(() => toldOf(naam), { until: ({ length }) => length === 3 })).toEqual([
      { ...known, version: 1, email: 'jan@voorbeeld.nl', active: true, systemAdministrator: false },
      { ...known, version: 2, active: true, systemAdministrator: true },
      { ...known, version: 3, active: false, systemAdministrator: true },
    ]);
  });

  it('tell at the start of the first administrator, who was made before the gateway ran', async () => {
    const expected = { account: 'beheerder', version: 1, active: true, systemAdministrator: true, importRights: ['duo', 'lrk'] };
    expect(await eventually(() => toldOf('beheerder'), { until: ({ length }) => length > 0 })).toEqual([expected]);
  });

  it('are changed field by field, on the version that was seen', async () => {
    const { naam } = await create({ naam: freshName(), email: 'jan@voorbeeld.nl', weergavenaam: 'Jan' });
    const response = await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { email: 'piet@voorbeeld.nl' }, 1);
    expect(response.headers.get('etag')).toBe('"2"');
    expect(accountSchema.parse(await response.json())).toMatchObject({ email: 'piet@voorbeeld.nl', weergavenaam: 'Jan', geblokkeerd: false, versie: 2 });
    const stale = await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { weergavenaam: 'Piet' }, 1);
    expect(stale.status).toBe(412);
    expect((await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { weergavenaam: 'Piet' })).status).toBe(428);
    expect(await show(naam)).toMatchObject({ weergavenaam: 'Jan', versie: 2 });
  });

  it('R78 end the sessions of who is blocked at once, and let nobody of them in until that is over', async () => {
    const person = await PersonInTest.signIn(gateway, freshName());
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(200);
    const { versie } = await show(person.name);
    await administrator.sendJson('PATCH', `/v1/accounts/${person.name}`, { geblokkeerd: true }, versie);
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(401);
    expect(await gateway.query('SELECT FROM session WHERE account_id = $1', [person.id])).toEqual([]);
    await person.signInAgain();
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(401);
    await administrator.sendJson('PATCH', `/v1/accounts/${person.name}`, { geblokkeerd: false }, versie + 1);
    expect((await person.ask('/v1/sessies/huidig')).status).toBe(200);
  });

  it('refuse the right password of who is blocked in the words for a wrong one', async () => {
    const { naam, eenmaligWachtwoord } = await create({ naam: freshName() });
    await administrator.sendJson('PATCH', `/v1/accounts/${naam}`, { geblokkeerd: true }, 1);
    const response = await signIn(naam, eenmaligWachtwoord);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'onjuisteGegevens' });
  });

  it('refuse a name that a person, a script or the command line has', async () => {
    const { naam } = await create({ naam: freshName() });
    await administrator.sendJson('POST', '/v1/sleutels', { naam: 'duo-levering', import: 'duo' });
    for (const taken of [naam, 'opdrachtregel', 'duo-levering']) {
      const response = await administrator.sendJson('POST', '/v1/accounts', { naam: taken });
      expect(response.status).toBe(409);
      expect(((await response.json()) as Failure).code).toBe('naamInGebruik');
    }
  });

  it('are listed by name, by part of what is known of them, and by whether they are blocked', async () => {
    await create({ naam: 'zoek-een', email: 'een@zoekvoorbeeld.nl' });
    await create({ naam: 'zoek-twee', weergavenaam: 'ZoekVoorbeeld' });
    await administrator.sendJson('PATCH', '/v1/accounts/zoek-twee', { geblokkeerd: true }, 1);
    const names = async (query: string) => {
      const page = (await (await administrator.ask(`/v1/accounts?${query}`)).json()) as { totaal?: number; _embedded: { item: Account[] } };
      return page._embedded.item.map(({ naam }) => naam);
    };
    expect(await names('search=ZOEKvoorbeeld')).toEqual(['zoek-een', 'zoek-twee']);
    expect(await names('search=zoek&geblokkeerd=true')).toEqual(['zoek-twee']);
    expect(await names('search=zoek-&pageSize=1&page=2&count=true')).toEqual(['zoek-twee']);
    expect(await names('search=%25')).toEqual([]);
  });

  it('answer 404 where there is none of that name', async () => {
    expect((await administrator.ask('/v1/accounts/niemand')).status).toBe(404);
    expect((await administrator.sendJson('PATCH', '/v1/accounts/niemand', { geblokkeerd: true }, 1)).status).toBe(404);
  });

  it.each([
    ['POST', '/v1/accounts', {}, ['naam']],
    ['POST', '/v1/accounts', { naam: 'Jan Jansen', email: 'jan', systeembeheerder: 'ja' }, ['email', 'naam', 'systeembeheerder']],
    ['POST', '/v1/accounts', { naam: 'jan', wachtwoord: 'geheim', importrechten: ['duo'] }, ['importrechten', 'wachtwoord']],
    ['PATCH', '/v1/accounts/els', {}, ['']],
    ['PATCH', '/v1/accounts/els', { naam: 'anders', versie: 7, importrechten: ['lrk'], geblokkeerd: false }, ['importrechten', 'naam', 'versie']],
    ['PATCH', '/v1/accounts/els', { geblokkeerd: null, weergavenaam: ' ' }, ['geblokkeerd', 'weergavenaam']],
  ])('N5 answer 400: %s %s %j', async (method, path, body, fields) => {
    const response = await administrator.sendJson(method, path, body, 1);
    expect(response.status).toBe(400);
    expect(((await response.json()) as Failure).fouten.map(({ veld }) => veld).sort()).toEqual(fields);
  });
});

describe('the last systeembeheerder', () => {
  let gateway: GatewayInTest;
  let one: PersonInTest;
  let other: PersonInTest;

  beforeEach(async () => {
    gateway = await GatewayInTest.start();
    await gateway.query('DELETE FROM account');
    one = await PersonInTest.signIn(gateway, 'een', { systemAdministrator: true });
    other = await PersonInTest.signIn(gateway, 'ander', { systemAdministrator: true });
  });
  afterEach(() => gateway.stop());

  it.each([{ systeembeheerder: false }, { geblokkeerd: true }])('e3 cannot be taken away: %j', async (change) => {
    expect((await one.sendJson('PATCH', '/v1/accounts/ander', change, 1)).status).toBe(200);
    const response = await one.sendJson('PATCH', '/v1/accounts/een', change, 1);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'laatsteSysteembeheerder' });
    expect((await one.sendJson('PATCH', '/v1/accounts/een', { weergavenaam: 'Een' }, 1)).status).toBe(200);
  });

  it('e3 stays where two remove each other at the same time', async () => {
    const answers = await Promise.all([
      one.sendJson('PATCH', '/v1/accounts/ander', { systeembeheerder: false }, 1),
      other.sendJson('PATCH', '/v1/accounts/een', { systeembeheerder: false }, 1),
    ]);
    const left = await gateway.query('SELECT name FROM account WHERE system_administrator');
    expect(left).toHaveLength(1);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  });
});
