import { ListPublicChanges } from '@gids/contracts';
import { organisationExample } from '../api/examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { changesSchema } from './changes-feed.operations.js';

const path = '/v1/organisaties/_wijzigingen';

describe('the feed of public changes over HTTP (R98)', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(ListPublicChanges, () => ({
      items: [
        { gidsId: organisationExample.gidsId, changedAt: '2026-11-22T06:00:00.000Z', organisation: organisationExample },
        { gidsId: 7, changedAt: '2026-11-22T06:00:01.000Z' },
      ],
      cursor: '74112-884213',
      more: true,
    }));
  });

  it('R98 N43 is read by anybody: what is visible in full with its source, and what has gone as a tombstone', async () => {
    const response = await gateway.askAsStranger(`${path}?vanaf=74000-1&pageSize=2`);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const feed = changesSchema.parse(await response.json());
    expect(feed._embedded.item).toMatchObject([
      { soort: 'zichtbaar', organisatie: { gidsId: organisationExample.gidsId, naam: organisationExample.organisation.name, herkomst: { bronvermelding: 'Bron: DUO', datum: '2026-08-04' } } },
      { soort: 'verdwenen', gidsId: 7, organisatie: null },
    ]);
    expect(feed.volgende).toBe('74112-884213');
    expect(feed._links.next?.href).toBe(`${publicUrl}${path}?vanaf=74112-884213&pageSize=2`);
    expect(publisher.payloadsOf(ListPublicChanges)).toEqual([{ after: '74000-1', limit: 2 }]);
  });

  it('R98 begins at the beginning, and ends without a next page', async () => {
    publisher.replies(ListPublicChanges, () => ({ items: [], cursor: '0-0', more: false }));
    expect(changesSchema.parse(await (await gateway.askAsStranger(path)).json())).toMatchObject({ volgende: '0-0', _links: { self: { href: `${publicUrl}${path}` } } });
    expect(publisher.payloadsOf(ListPublicChanges)).toEqual([{ limit: 100 }]);
  });

  it.each(['vanaf=x', 'vanaf=', 'pageSize=0', 'pageSize=501', 'page=2'])('c3-84 answers 400 to ?%s', async (query) => {
    expect((await gateway.askAsStranger(`${path}?${query}`)).status).toBe(400);
    expect(publisher.asked).toEqual([]);
  });
});
