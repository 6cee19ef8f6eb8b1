import { ListSources } from '@gids/contracts';
import { sourceExample } from '../api/examples.js';
import { importSourceSchema, importSourcesSchema } from '../api/import-source.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

describe('import sources over HTTP', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    fetcher = new StandInService(gateway.requests, 'fetcher');
  });
  afterAll(() => gateway.stop());

  it('are listed with how they stand', async () => {
    fetcher.replies(ListSources, () => ({ items: [sourceExample] }));
    const all = importSourcesSchema.parse(await (await gateway.ask('/v1/importbronnen')).json());
    expect(all).toMatchObject({
      _embedded: { item: [{ id: 'duo-po', import: 'duo', intervalDagen: 14, aantalRecords: 6_122, laatsteRun: { status: 'voltooid' } }] },
      _links: { self: { href: `${publicUrl}/v1/importbronnen` } },
    });
  });

  it('are shown, also one that never ran', async () => {
    const { lastRun, ...fresh } = sourceExample;
    fetcher.replies(ListSources, ({ sourceId }) => ({ items: sourceId === lastRun?.sourceId ? [fresh] : [] }));
    expect(importSourceSchema.parse(await (await gateway.ask('/v1/importbronnen/duo-po')).json()).laatsteRun).toBeNull();
    const unknown = await gateway.ask('/v1/importbronnen/duo-xx');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ detail: 'Importbron "duo-xx" bestaat niet.' });
  });
});
