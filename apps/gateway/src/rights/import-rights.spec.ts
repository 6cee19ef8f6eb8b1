import { ImportRightChanged, ListImportRecords, ListRuns, PersonChanged, StartImport } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { importRightSchema, type ImportRight } from '../api/import-right.js';
import { sessionSchema } from '../api/session.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const records = '/v1/organisatieimporten';

describe('import rights over HTTP', () => {
  let gateway: GatewayInTest;
  let administrator: PersonInTest;
  let publisher: StandInService;
  let numbered = 0;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    administrator = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(ListImportRecords, () => ({ items: [], total: 0 }));
  });

  const someone = (importRights: string[] = []) => PersonInTest.signIn(gateway, `persoon${(numbered += 1)}`, { importRights });
  const grant = (by: PersonInTest, account: string, importId: string) => by.sendJson('POST', '/v1/importrechten', { account, import: importId });
  const withdraw = (by: PersonInTest, account: string, importId: string) => by.ask(`/v1/importrechten/${importId}/${account}`, { method: 'DELETE' });
  const rightsOf = async (person: PersonInTest) => sessionSchema.parse(await (await person.ask('/v1/sessies/huidig')).json()).importrechten;

  it('R79 are given by a systeembeheerder, and the receiver is in at once', async () => {
    const person = await someone();
    expect((await person.ask(records)).status).toBe(403);
    const response = await grant(administrator, person.name, 'duo');
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/importrechten/duo/${person.name}`);
    expect(importRightSchema.parse(await response.json())).toMatchObject({ account: person.name, import: 'duo', gegevenDoor: 'els' });
    expect((await person.ask(records)).status).toBe(200);
    expect(await rightsOf(person)).toEqual(['duo']);
    expect(publisher.actorsOf(ListImportRecords)).toEqual([{ kind: 'PERSON', name: person.name, systemAdministrator: false, importRights: ['duo'] }]);
  });

  it('R78 R79 that are taken in mid-session count no more at the next request', async () => {
    const person = await someone(['duo', 'lrk']);
    expect((await withdraw(administrator, person.name, 'duo')).status).toBe(204);
    expect(await rightsOf(person)).toEqual(['lrk']);
    expect((await withdraw(administrator, person.name, 'lrk')).status).toBe(204);
    const refused = await person.ask(records);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'geenImportrecht', title: 'Geen importrecht' });
  });

  it.each<[string, string[]]>([
    ['an importbeheerder', ['duo']],
    ['a person without rights', []],
  ])('R79 e3 API5 are not given by %s, not to others and not to himself', async (_who, importRights) => {
    const person = await someone(importRights);
    const other = await someone();
    for (const account of [other.name, person.name]) expect((await grant(person, account, 'lrk')).status).toBe(403);
    expect((await withdraw(person, 'beheerder', 'duo')).status).toBe(403);
    expect((await person.ask('/v1/importrechten')).status).toBe(403);
    expect(await gateway.query('SELECT FROM import_right WHERE account_id = ANY($1)', [[person.id, other.id]])).toHaveLength(importRights.length);
  });

  it('e5 API5 come by no detour: nobody makes himself systeembeheerder in his own account', async () => {
    const person = await someone(['duo']);
    for (const body of [{ systeembeheerder: true }, { weergavenaam: 'Jan', systeembeheerder: true }, { importrechten: ['lrk'] }]) {
      expect((await person.sendJson('PATCH', `/v1/accounts/${person.name}`, body, 1)).status).toBe(403);
    }
    const signIn = await gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ naam: 'beheerder', wachtwoord: gateway.password, systeembeheerder: true }),
    });
    expect(signIn.status).toBe(400);
    expect(await gateway.query('SELECT system_administrator FROM account WHERE id = $1', [person.id])).toEqual([{ system_administrator: false }]);
  });

  it('R78 are no part of being systeembeheerder: he gives himself the right, and that is told', async () => {
    const self = await PersonInTest.signIn(gateway, 'zelf', { systemAdministrator: true });
    expect((await self.ask(records)).status).toBe(403);
    expect((await grant(self, 'zelf', 'duo')).status).toBe(201);
    expect((await self.ask(records)).status).toBe(200);
    await eventually(async () => (await gateway.told(ImportRightChanged)).some(({ account, by }) => account === 'zelf' && by === 'zelf'));
  });

  it('R79 are told of to the other services, once per change', async () => {
    const person = await someone();
    await grant(administrator, person.name, 'duo');
    const again = await grant(await PersonInTest.signIn(gateway, 'ander', { systemAdministrator: true }), person.name, 'duo');
    expect(await again.json()).toMatchObject({ gegevenDoor: 'els' });
    await withdraw(administrator, person.name, 'duo');
    const rights = async () => (await gateway.told(ImportRightChanged)).filter(({ account }) => account === person.name);
    expect(await eventually(rights, { until: ({ length }) => length === 2 })).toEqual([
      { account: person.name, importId: 'duo', granted: true, by: 'els' },
      { account: person.name, importId: 'duo', granted: false, by: 'els' },
    ]);
    const people = async () => (await gateway.told(PersonChanged)).filter(({ account }) => account === person.name);
    expect(await eventually(people, { until: ({ length }) => length === 2 })).toMatchObject([
      { version: 2, importRights: ['duo'] },
      { version: 3, importRights: [] },
    ]);
  });

  it('are listed by account and import', async () => {
    const person = await someone(['duo', 'lrk']);
    const list = async (query: string) => {
      const page = (await (await administrator.ask(`/v1/importrechten?${query}`)).json()) as { _embedded: { item: ImportRight[] } };
      return page._embedded.item.map((right) => [right.account, right.import]);
    };
    expect(await list(`account=${person.name}`)).toEqual([[person.name, 'duo'], [person.name, 'lrk']]);
    expect(await list(`account=${person.name}&import=lrk`)).toEqual([[person.name, 'lrk']]);
    expect(await list('import=duo')).toContainEqual(['beheerder', 'duo']);
  });

  it('answer 404 where there is no such account or right', async () => {
    const person = await someone(['duo']);
    expect((await grant(administrator, 'niemand', 'duo')).status).toBe(404);
    expect((await withdraw(administrator, 'niemand', 'duo')).status).toBe(404);
    expect((await withdraw(administrator, person.name, 'lrk')).status).toBe(404);
  });

  it.each([
    [{}, ['account', 'import']],
    [{ account: 'els', import: 'kvk' }, ['import']],
    [{ account: 'els', import: 'duo', gegevenDoor: 'iemand' }, ['gegevenDoor']],
  ])('N5 answer 400 to %j', async (body, fields) => {
    const response = await administrator.sendJson('POST', '/v1/importrechten', body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
  });

  it('e2 API1 go along with every question, and what the owner of the object refuses is refused', async () => {
    const refusal = { kind: 'forbidden', code: 'noImportRight', message: 'U hebt geen importrecht voor lrk.' } as const;
    const fetcher = new StandInService(gateway.requests, 'fetcher').refuses(ListRuns, refusal).refuses(StartImport, refusal);
    publisher.refuses(ListImportRecords, refusal);
    const person = await someone(['duo']);
    const asked = [
      await person.ask(`${records}?import=lrk`),
      await person.ask('/v1/importruns?bronId=lrk'),
      await person.sendJson('POST', '/v1/importruns', { bronId: 'lrk' }),
    ];
    for (const response of asked) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'noImportRight', detail: 'U hebt geen importrecht voor lrk.' });
    }
    const actors = [...publisher.actorsOf(ListImportRecords), ...fetcher.actorsOf(ListRuns), ...fetcher.actorsOf(StartImport)];
    expect(actors).toEqual(Array(3).fill({ kind: 'PERSON', name: person.name, systemAdministrator: false, importRights: ['duo'] }));
  });
});
