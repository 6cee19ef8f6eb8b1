import { ProcessImportedOrganisation } from '@gids/contracts';
import { recordDetailExample } from '../api/examples.js';
import { importRecordDetailSchema } from '../api/import-record.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/imports/duo/importregels/16AH00';
const report = { gidsId: 100_200, conversiefout: false, zichtbaarMaken: true };

describe('what scripts report over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(ProcessImportedOrganisation, () => recordDetailExample);
  });

  it('R87 is registered, by a script as the script that it is', async () => {
    const made = (await (await gateway.postJson('/v1/sleutels', { naam: 'duo-script', import: 'duo' })).json()) as { sleutel: string };
    const response = await gateway.sendJson('PUT', path, { ...report, statustoelichting: 'veld X', runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', soort: 'organisatie' }, { authorization: `Bearer ${made.sleutel}` });
    expect(response.status).toBe(200);
    expect(importRecordDetailSchema.parse(await response.json())).toMatchObject({ bronId: '16AH00' });
    expect(publisher.payloadsOf(ProcessImportedOrganisation)).toEqual([
      {
        importId: 'duo',
        recordId: '16AH00',
        gidsId: 100_200,
        conversionError: false,
        explanation: 'veld X',
        makeVisible: true,
        runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
        type: 'ORGANISATION',
        by: 'duo-script',
      },
    ]);
    expect(publisher.actorsOf(ProcessImportedOrganisation)).toMatchObject([{ kind: 'SCRIPT', importRights: ['duo'] }]);
  });

  it('R18 R87 takes any bronID, percent-encoded', async () => {
    await gateway.sendJson('PUT', `/v1/imports/lrk/importregels/${encodeURIComponent('12/3 aanbod')}`, { conversiefout: true, zichtbaarMaken: false });
    expect(publisher.payloadsOf(ProcessImportedOrganisation)).toMatchObject([{ importId: 'lrk', recordId: '12/3 aanbod', conversionError: true, explanation: '', makeVisible: false }]);
  });

  it('R12 R78 R87 is not for people, whatever importrecht they have', async () => {
    const manager = await PersonInTest.signIn(gateway, 'jan', { importRights: ['duo'] });
    const administrator = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true });
    for (const person of [manager, administrator]) expect((await person.sendJson('PUT', path, report)).status).toBe(403);
    expect(publisher.asked).toEqual([]);
  });

  it.each([
    ['forbidden', 403],
    ['notFound', 404],
    ['conflict', 409],
  ] as const)('R87 is answered as the publisher does: %s is %i', async (kind, status) => {
    publisher.refuses(ProcessImportedOrganisation, { kind, code: 'eigenCode', message: 'Dit kan niet.' });
    const response = await gateway.sendJson('PUT', path, report);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: 'Dit kan niet.' });
  });

  it.each([
    [{}, ['conversiefout', 'zichtbaarMaken']],
    [{ ...report, gidsId: '12abc', soort: 'school', extra: 1 }, ['extra', 'gidsId', 'soort']],
    [{ ...report, statustoelichting: 'x'.repeat(4_001) }, ['statustoelichting']],
  ])('N5 answers 400 to %j', async (body, fields) => {
    const response = await gateway.sendJson('PUT', path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });
});
