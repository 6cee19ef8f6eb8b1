import { ChangeMessagePreferences, ShowMessagePreferences } from '@gids/contracts';
import { imports } from '@gids/sources';
import { preferenceExample } from '../api/inbox-examples.js';
import { preferencesSchema } from '../api/message-preference.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/meldingsvoorkeuren';
const chosen = {
  import: 'duo',
  importverslag: 'nooit',
  gekoppeldeWijzigingen: false,
  productwijzigingen: true,
  gemeldeProblemen: true,
  wekelijkseHerinnering: true,
};

describe('preferences of messages over HTTP', () => {
  let gateway: GatewayInTest;
  let notifier: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    notifier = new StandInService(gateway.requests, 'notifier')
      .replies(ShowMessagePreferences, ({ importIds }) => ({ preferences: importIds.map((importId) => ({ ...preferenceExample, importId })) }))
      .replies(ChangeMessagePreferences, ({ preferences }) => ({ preferences }));
  });

  it('SCREENS 3.13 show them for every import', async () => {
    const { voorkeuren } = preferencesSchema.parse(await (await gateway.ask(path)).json());
    expect(voorkeuren.map((one) => one.import)).toEqual(imports.map(({ id }) => id));
    expect(voorkeuren[0]).toMatchObject({ importverslag: 'alleenAlsErIetsTeDoenIs', wekelijkseHerinnering: false });
  });

  it('SCREENS 3.13 change them', async () => {
    const response = await gateway.sendJson('PUT', path, { voorkeuren: [chosen] });
    expect(response.status).toBe(200);
    expect(notifier.payloadsOf(ChangeMessagePreferences)).toEqual([
      { preferences: [{ importId: 'duo', runReport: 'NEVER', linkedChanges: false, productChanges: true, problemReports: true, weeklyReminder: true }] },
    ]);
  });

  it.each([
    [{ voorkeuren: [{ ...chosen, import: 'maan' }] }, 'voorkeuren/0/import'],
    [{ voorkeuren: [{ ...chosen, importverslag: 'soms' }] }, 'voorkeuren/0/importverslag'],
    [{ voorkeuren: [chosen, chosen] }, 'voorkeuren'],
    [{ voorkeuren: [] }, 'voorkeuren'],
  ])('N5 answer 400: %j', async (body, field) => {
    const response = await gateway.sendJson('PUT', path, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { fouten: { veld: string }[] }).fouten.map(({ veld }) => veld)).toEqual([field]);
    expect(notifier.asked).toEqual([]);
  });
});
