import { CopyOrganisation } from '@gids/contracts';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/organisatiekopieen';
const order = { organisatieId: 884_213, bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries' };

describe('copies of organisations over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(CopyOrganisation, ({ gidsId }) => ({
      ...directoryOrganisationExample,
      version: 1,
      copiedFromGidsId: gidsId,
    }));
  });

  it('R63 R92 are made under another parent and account manager, in the name of who asks', async () => {
    const response = await gateway.postJson(path, order);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/gids-organisaties/102938`);
    expect(await response.json()).toMatchObject({ gidsId: 102_938, gekopieerdVanGidsId: 884_213, zichtbaar: true, validatiefouten: [] });
    expect(publisher.payloadsOf(CopyOrganisation)).toEqual([
      { gidsId: 884_213, parentGidsId: 100_009, accountManager: 'm.devries', withProducts: false, by: 'opdrachtregel' },
    ]);
  });

  it('A16 may differ in visibility and bring the products along', async () => {
    await gateway.postJson(path, { ...order, zichtbaar: false, metProducten: true });
    expect(publisher.payloadsOf(CopyOrganisation)).toMatchObject([{ visible: false, withProducts: true }]);
  });

  it('R64 tell why an invalid one is not visible', async () => {
    const findings = [{ severity: 'error' as const, code: 'mandatoryFieldEmpty', field: 'Straat', value: '', message: 'Straat: verplicht veld is leeg.' }];
    publisher.replies(CopyOrganisation, () => ({ ...directoryOrganisationExample, visible: false, findings }));
    const response = await gateway.postJson(path, order);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ zichtbaar: false, validatiefouten: [{ ernst: 'fout', veld: 'Straat', melding: 'Straat: verplicht veld is leeg.' }] });
  });

  it('R63 N5 need a parent and an account manager: the publisher tells both at once', async () => {
    const errors = [
      { field: 'parentGidsId', code: 'required', message: 'Geef een bovenliggende organisatie.' },
      { field: 'accountManager', code: 'required', message: 'Geef een accountmanager.' },
    ];
    publisher.refuses(CopyOrganisation, { kind: 'invalid', code: 'invalidCopy', message: '2 velden zijn niet juist ingevuld.', errors });
    const response = await gateway.postJson(path, { organisatieId: 884_213 });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: 'bovenliggendeOrganisatieId' }, { veld: 'accountmanager' }] });
  });

  it.each([
    ['notFound', 404, 'Organisatie 5 bestaat niet.'],
    ['conflict', 409, 'Een geïmporteerde organisatie kan geen bovenliggende organisatie zijn.'],
  ] as const)('answer as the publisher does: %s is %i', async (kind, status, message) => {
    publisher.refuses(CopyOrganisation, { kind, code: 'eigenCode', message });
    const response = await gateway.postJson(path, order);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: message });
  });

  it.each([
    ['nothing', {}, ['organisatieId']],
    ['text for ids', { organisatieId: '884213', bovenliggendeOrganisatieId: 'x', accountmanager: 7 }, ['accountmanager', 'bovenliggendeOrganisatieId', 'organisatieId']],
    ['an unknown field', { ...order, gidsId: 5 }, ['gidsId']],
    ['too large an id', { ...order, organisatieId: 2_147_483_648 }, ['organisatieId']],
  ])('N5 answer 400 to %s', async (_what, body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });
});
