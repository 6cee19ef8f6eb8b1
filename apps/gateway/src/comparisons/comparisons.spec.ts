import { ShowComparison } from '@gids/contracts';
import { comparisonsSchema } from '../api/comparison.js';
import { comparisonExample } from '../api/report-examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/gids-organisaties/102938/vergelijkingen';

describe('comparisons over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(ShowComparison, () => comparisonExample);
  });

  it('R58 show import value, own value and the last change at the source, by the names of the API', async () => {
    const shown = comparisonsSchema.parse(await (await gateway.ask(path)).json());
    expect(shown).toMatchObject({ gidsId: 102_938, _links: { organisatie: { href: `${publicUrl}/v1/gids-organisaties/102938` } } });
    expect(shown.vergelijkingen[0]).toMatchObject({ import: 'duo', organisatieimportId: '1042', nietMeerInBron: false });
    expect(shown.vergelijkingen[0]?.velden).toEqual([
      {
        ...{ veld: 'telefoon', label: 'Telefoon', importwaarde: '0591659841', eigenWaarde: '0591659840', verschilt: true },
        laatsteWijziging: { van: '0591659840', naar: '0591659841', op: '2026-08-04T06:00:20.000Z' },
      },
      { veld: 'kenmerken.denominatie', label: 'Denominatie', importwaarde: 'Openbaar', eigenWaarde: null, verschilt: true, laatsteWijziging: null },
    ]);
    expect(publisher.payloadsOf(ShowComparison)).toEqual([{ gidsId: 102_938 }]);
  });

  it.each([['notFound', 404], ['conflict', 409], ['forbidden', 403]] as const)('R58 pass on a refusal: %s is %i', async (kind, status) => {
    publisher.refuses(ShowComparison, { kind, code: 'eigenCode', message: 'Dat kan niet.' });
    expect((await gateway.ask(path)).status).toBe(status);
  });

  it('N5 answer 400 to an id that is none', async () => {
    expect((await gateway.ask('/v1/gids-organisaties/x/vergelijkingen')).status).toBe(400);
    expect(publisher.asked).toEqual([]);
  });
});
