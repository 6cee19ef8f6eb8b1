import { ListErrorGroups, ShowRun } from '@gids/contracts';
import { runExample } from '../api/examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { errorGroupsSchema } from './error-groups.operations.js';

const path = `/v1/importruns/${runExample.id}/foutgroepen`;

describe('the errors of a run by cause over HTTP (R80)', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    fetcher = new StandInService(gateway.requests, 'fetcher').replies(ShowRun, () => runExample);
    publisher = new StandInService(gateway.requests, 'publisher').replies(ListErrorGroups, () => ({
      items: [{ code: 'columnCount', field: '', severity: 'rejected' as const, count: 3, example: { line: 7, value: '1 | 2', message: 'Regel 7: 2 velden.' } }],
    }));
  });

  it('R80 are told with code, field, number and an example', async () => {
    expect(errorGroupsSchema.parse(await (await gateway.ask(path)).json())).toEqual({
      _embedded: { item: [{ code: 'columnCount', veld: '', ernst: 'afgekeurd', aantal: 3, voorbeeld: { bronId: null, regel: 7, waarde: '1 | 2', melding: 'Regel 7: 2 velden.' } }] },
      _links: { self: { href: `${publicUrl}${path}` }, run: { href: `${publicUrl}/v1/importruns/${runExample.id}` } },
    });
  });

  it('R78 are for who may see the run: the publisher is not asked otherwise', async () => {
    fetcher.refuses(ShowRun, { kind: 'forbidden', code: 'noImportRight', message: 'U hebt het importrecht niet.' });
    expect((await gateway.ask(path)).status).toBe(403);
    fetcher.refuses(ShowRun, { kind: 'notFound', code: 'unknownRun', message: 'Er is geen run.' });
    expect((await gateway.ask(path)).status).toBe(404);
    expect((await gateway.ask('/v1/importruns/7/foutgroepen')).status).toBe(400);
    expect(publisher.asked).toEqual([]);
  });
});
