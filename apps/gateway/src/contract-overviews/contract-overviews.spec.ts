import { ListContracts, type ContractAction } from '@gids/contracts';
import { contractOverviewSchema } from '../api/contract-overview.js';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/gids-organisaties/100009/contracten';

describe('the contractenoverzicht over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;
  let actions: ContractAction[];

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    actions = ['CREATE_ORGANISATION', 'COPY_ORGANISATION'];
    publisher = new StandInService(gateway.requests, 'publisher').replies(ListContracts, () => ({ items: [directoryOrganisationExample], total: 3, actions }));
  });

  it('R65 has for an account manager Nieuwe organisatie and directly below it Kopieer organisatie, with where they are asked for', async () => {
    const response = await gateway.ask(`${path}?page=1&pageSize=1&count=true`);
    expect(response.status).toBe(200);
    const overview = contractOverviewSchema.parse(await response.json());
    expect(overview.acties).toEqual(['nieuweOrganisatie', 'kopieerOrganisatie']);
    expect(overview._links).toEqual({
      self: { href: `${publicUrl}${path}?page=1&pageSize=1&count=true` },
      next: { href: `${publicUrl}${path}?page=2&pageSize=1&count=true` },
      nieuweOrganisatie: { href: `${publicUrl}/v1/gids-organisaties` },
      kopieerOrganisatie: { href: `${publicUrl}/v1/organisatiekopieen` },
    });
    expect(publisher.payloadsOf(ListContracts)).toEqual([{ gidsId: 100_009, page: 1, pageSize: 1 }]);
  });

  it('R65 lists what stands below an organisation with its contract', async () => {
    const overview = contractOverviewSchema.parse(await (await gateway.ask(path)).json());
    expect(overview._embedded.item).toMatchObject([{ gidsId: 102_938, contract: { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries', controletermijn: 26 } }]);
  });

  it('R65 has neither for a redacteur', async () => {
    actions = [];
    const overview = contractOverviewSchema.parse(await (await gateway.ask(path)).json());
    expect(overview.acties).toEqual([]);
    expect(Object.keys(overview._links)).toEqual(['self']);
  });

  it('N4 answers as the publisher does of an organisation that is not there', async () => {
    publisher.refuses(ListContracts, { kind: 'notFound', code: 'unknownOrganisation', message: 'Er is geen organisatie met G!DS-ID 100009.' });
    expect((await gateway.ask(path)).status).toBe(404);
  });

  it.each(['page=0', 'pageSize=501', 'onbekend=1'])('N5 answers 400 to ?%s', async (query) => {
    const response = await gateway.ask(`${path}?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: query.split('=')[0] }] });
  });
});
