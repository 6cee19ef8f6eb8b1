import { ListImportRecords } from '@gids/contracts';
import { apiKeySchema, createdApiKeySchema, type ApiKey, type CreatedApiKey } from '../api/api-key.js';
import { hashOf } from '../sign-in/secret.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const day = 86_400_000;
const records = '/v1/organisatieimporten';

describe('keys of scripts over HTTP', () => {
  let gateway: GatewayInTest;
  let now = new Date('2026-11-26T12:00:00.000Z');
  let numbered = 0;

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
  });
  afterAll(() => gateway.stop());

  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));
  const freshName = () => `levering${(numbered += 1)}`;
  const withKey = (key: string, path = records, init: RequestInit = {}) =>
    gateway.askAsStranger(path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  const comesIn = async (key: string) => (await withKey(key, '/v1/sessies/huidig')).status === 200;
  const revoke = (id: string) => gateway.ask(`/v1/sleutels/${id}`, { method: 'DELETE' });

  async function create(naam = freshName(), rest: object = {}): Promise<CreatedApiKey> {
    const response = await gateway.postJson('/v1/sleutels', { naam, import: 'duo', ...rest });
    expect(response.status).toBe(201);
    return createdApiKeySchema.parse(await response.json());
  }

  async function list(query = ''): Promise<ApiKey[]> {
    const page = (await (await gateway.ask(`/v1/sleutels?${query}`)).json()) as { _embedded: { item: ApiKey[] } };
    return page._embedded.item.map((item) => apiKeySchema.parse(item));
  }

  it('e9 are shown once, and kept as a hash with a beginning by which they are known', async () => {
    const naam = freshName();
    const response = await gateway.postJson('/v1/sleutels', { naam, import: 'duo' });
    const made = createdApiKeySchema.parse(await response.json());
    expect(made.sleutel).toMatch(/^imp_live_[0-9a-f]{10}_[\w-]{43}$/);
    expect(made.sleutel.startsWith(`${made.begin}_`)).toBe(true);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/sleutels/${made.id}`);
    expect(made).toMatchObject({ naam, import: 'duo', gemaaktDoor: 'opdrachtregel', geldig: true, laatstGebruiktOp: null, verlooptOp: '2027-11-26T12:00:00.000Z' });
    const kept = await gateway.query<{ key_hash: string }>('SELECT * FROM api_key WHERE id = $1', [made.id]);
    expect(kept[0]?.key_hash).toBe(hashOf(made.sleutel));
    expect(JSON.stringify([kept, await list(), gateway.logged])).not.toContain(made.sleutel);
  });

  it('R78 N25 let a script in with the importrecht of one import, and as a script', async () => {
    const publisher = new StandInService(gateway.requests, 'publisher').replies(ListImportRecords, () => ({ items: [], total: 0 }));
    const { sleutel, naam } = await create(undefined, { import: 'lrk' });
    expect((await withKey(sleutel)).status).toBe(200);
    expect(publisher.actorsOf(ListImportRecords)).toEqual([{ kind: 'SCRIPT', name: naam, systemAdministrator: false, importRights: ['lrk'] }]);
    const session = await (await withKey(sleutel, '/v1/sessies/huidig')).json();
    expect(session).toMatchObject({ naam, soort: 'sleutel', systeembeheerder: false, importrechten: ['lrk'], verlooptOp: null });
    await publisher.leave();
  });

  it.each([
    ['PATCH', `${records}/1`],
    ['PUT', `${records}/1/koppeling`],
    ['POST', `${records}/1/beoordelingen`],
    ['POST', '/v1/importrechten'],
    ['POST', '/v1/sleutels'],
    ['GET', '/v1/gids-organisaties'],
  ])('R78 do no work of people: %s %s', async (method, path) => {
    const response = await withKey((await create()).sleutel, path, { method });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'geenRecht', detail: expect.stringContaining('Met een sleutel kan dit niet') });
  });

  it('e9 count in the header only', async () => {
    const { sleutel } = await create();
    expect((await gateway.askAsStranger(`/v1/sessies/huidig?sleutel=${sleutel}`)).status).toBe(401);
    expect((await gateway.askAsStranger('/v1/sessies/huidig', { headers: { cookie: `gids=${sleutel}` } })).status).toBe(401);
    expect((await gateway.askAsStranger('/v1/sessies/huidig', { headers: { 'x-api-key': sleutel } })).status).toBe(401);
  });

  it('e9 e11 take no cookie along: neither its rights, nor its person where the key is worth nothing', async () => {
    const { sleutel } = await create();
    const { password } = gateway;
    const signIn = await gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ naam: 'beheerder', wachtwoord: password }),
    });
    const cookie = (signIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    expect((await withKey(sleutel, '/v1/accounts', { headers: { cookie } })).status).toBe(403);
    expect((await withKey(`${sleutel.slice(0, -1)}_`, '/v1/accounts', { headers: { cookie } })).status).toBe(401);
  });

  it('e9 are refused over plain http', async () => {
    const { sleutel } = await create();
    const response = await withKey(sleutel, records, { headers: { 'x-forwarded-proto': 'http' } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'onversleuteld' });
  });

  it('e9 of which only a part is right are worth nothing', async () => {
    const [one, other] = [await create(), await create()];
    const mixed = `${one.begin}${other.sleutel.slice(other.begin.length)}`;
    for (const key of [mixed, one.begin, `${one.sleutel}x`, one.sleutel.slice(0, -1)]) expect(await comesIn(key)).toBe(false);
    expect(await comesIn(one.sleutel)).toBe(true);
  });

  it('e9 end when they expire, and when they are withdrawn: from the next request on', async () => {
    const expiring = await create(undefined, { verlooptOp: new Date(now.getTime() + 2 * day).toISOString() });
    const withdrawn = await create();
    expect(await comesIn(expiring.sleutel)).toBe(true);
    expect((await revoke(withdrawn.id)).status).toBe(204);
    expect(await comesIn(withdrawn.sleutel)).toBe(false);
    expect((await revoke(withdrawn.id)).status).toBe(404);
    later(2 * day);
    expect(await comesIn(expiring.sleutel)).toBe(false);
    const ended = (await list('geldig=false')).filter(({ id }) => [expiring.id, withdrawn.id].includes(id));
    expect(ended.map(({ geldig, ingetrokkenOp }) => [geldig, ingetrokkenOp !== null])).toEqual([[false, true], [false, false]]);
  });

  it('e9 are changed over with two at a time, also where two ask at once', async () => {
    const naam = freshName();
    const first = await create(naam);
    const answers = await Promise.all([1, 2, 3].map(() => gateway.postJson('/v1/sleutels', { naam, import: 'duo' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = await gateway.postJson('/v1/sleutels', { naam, import: 'duo' });
    expect(await refused.json()).toMatchObject({ code: 'teVeelSleutels' });
    expect((await gateway.postJson('/v1/sleutels', { naam, import: 'lrk' })).status).toBe(201);
    await revoke(first.id);
    await create(naam);
  });

  it('e9 tell when they were used last, by the minute', async () => {
    const { sleutel, id } = await create();
    await comesIn(sleutel);
    const lastUse = async () => (await list()).find((key) => key.id === id)?.laatstGebruiktOp;
    const first = now.toISOString();
    expect(await lastUse()).toBe(first);
    later(30_000);
    await comesIn(sleutel);
    expect(await lastUse()).toBe(first);
    later(60_000);
    await comesIn(sleutel);
    expect(await lastUse()).toBe(now.toISOString());
  });

  it('have no name of a person or of the command line', async () => {
    await PersonInTest.signIn(gateway, 'm.devries');
    for (const naam of ['m.devries', 'opdrachtregel']) {
      const response = await gateway.postJson('/v1/sleutels', { naam, import: 'duo' });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'naamInGebruik' });
    }
  });

  it.each([
    [{}, ['import', 'naam']],
    [{ naam: 'Levering DUO', import: 'kvk' }, ['import', 'naam']],
    [{ naam: 'levering', import: 'duo', verlooptOp: 'morgen', sleutel: 'zelf' }, ['sleutel', 'verlooptOp']],
    [{ naam: 'levering', import: 'duo', verlooptOp: '2090-01-01T00:00:00.000Z' }, ['verlooptOp']],
  ])('N5 answer 400 to %j', async (body, fields) => {
    const response = await gateway.postJson('/v1/sleutels', body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
  });

  it('answer 404 to a key that never was', async () => {
    expect((await revoke('019a9f3e-7a10-7cc3-98c4-dc0c0c07398f')).status).toBe(404);
  });
});
