import { ListVisibleOrganisations, ShowVisibleOrganisation } from '@gids/contracts';
import { sourceById } from '@gids/sources';
import { organisationExample } from '../api/examples.js';
import { organisationSchema } from '../api/organisation.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

describe('visible organisations over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ListVisibleOrganisations, () => ({ items: [organisationExample], total: 1 }))
      .replies(ShowVisibleOrganisation, () => organisationExample);
  });

  it('R98 N43 are read by anybody, with source and licence', async () => {
    const response = await gateway.askAsStranger('/v1/organisaties?plaats=Emmen&postcode=7822%20hg&soort=basisschool,kinderdagverblijf');
    expect(response.status).toBe(200);
    const page = pageSchema(organisationSchema).parse(await response.json());
    const source = sourceById('duo-po');
    expect(page._embedded.item[0]?.herkomst).toEqual({ bron: 'duo-po', titel: source?.title, bronvermelding: source?.attribution, datum: '2026-08-04', licentie: source?.licence });
    expect(publisher.payloadsOf(ListVisibleOrganisations)).toEqual([{ page: 1, pageSize: 100, town: 'Emmen', postcode: '7822HG', kinds: ['PRIMARY_SCHOOL', 'DAY_CARE'] }]);
  });

  it.each(['/v1/organisaties', '/v1/organisaties/884213', '/v1/openapi.json'])('N13 are open data: %s may be read by every page and kept for a minute', async (path) => {
    const { headers } = await gateway.askAsStranger(path, { headers: { origin: 'https://bibliotheek.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('R59 R98 are shown one by one with their products', async () => {
    const product = { kind: 'DAY_CARE_PLACES' as const, name: 'Dagopvang', capacity: 16, attributes: {} };
    const view = { gidsId: 9, ownerGidsId: 884_213, product, visible: true, version: 1, changedAt: '2026-08-04T06:00:20.000Z' };
    publisher.replies(ShowVisibleOrganisation, () => ({ ...organisationExample, products: [view] }));
    const shown = organisationSchema.parse(await (await gateway.askAsStranger('/v1/organisaties/884213')).json());
    expect(shown.producten).toMatchObject([{ naam: 'Dagopvang', capaciteit: 16 }]);
  });

  it('R98 do not exist where they are not visible', async () => {
    publisher.refuses(ShowVisibleOrganisation, { kind: 'notFound', code: 'unknownOrganisation', message: 'Deze organisatie bestaat niet.' });
    const response = await gateway.askAsStranger('/v1/organisaties/12');
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each(['postcode=78', 'soort=school', 'importstatus=succes', 'pageSize=501'])('answer 400 to ?%s', async (query) => {
    const response = await gateway.askAsStranger(`/v1/organisaties?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: query.split('=')[0] }] });
  });
});
