import { ChangeSchedule, ListSources } from '@gids/contracts';
import { sourceExample } from '../api/examples.js';
import { importSourceSchema } from '../api/import-source.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const schedule = { everyDays: 7, time: '05:30', firstOn: '2026-12-06', active: true, nextAt: '2026-12-06T04:30:00.000Z' };
const path = '/v1/importbronnen/duo-po';

describe('the schedule of a source over HTTP (R3)', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    fetcher = new StandInService(gateway.requests, 'fetcher').replies(ChangeSchedule, () => schedule).replies(ListSources, () => ({ items: [{ ...sourceExample, schedule }] }));
  });

  it('R3 is shown with the source, with its next run', async () => {
    expect(importSourceSchema.parse(await (await gateway.ask(path)).json()).schema).toEqual({
      elkeDagen: 7,
      tijd: '05:30',
      eersteOp: '2026-12-06',
      actief: true,
      volgendeImport: '2026-12-06T04:30:00.000Z',
    });
  });

  it('R3 is changed where the administrator says what', async () => {
    const response = await gateway.sendJson('PATCH', path, { schema: { eersteOp: '2026-12-06', elkeDagen: 7, tijd: '05:30', actief: true } });
    expect(response.status).toBe(200);
    expect(importSourceSchema.parse(await response.json())).toMatchObject({ id: 'duo-po', schema: { elkeDagen: 7 } });
    expect(fetcher.payloadsOf(ChangeSchedule)).toEqual([{ sourceId: 'duo-po', firstOn: '2026-12-06', everyDays: 7, time: '05:30', active: true, by: 'opdrachtregel' }]);
    await gateway.sendJson('PATCH', path, { schema: { actief: false } });
    expect(fetcher.payloadsOf(ChangeSchedule)[1]).toEqual({ sourceId: 'duo-po', active: false, by: 'opdrachtregel' });
  });

  it.each([
    [{}, ['schema']],
    [{ schema: {} }, ['schema']],
    [{ schema: { elkeDagen: 0, tijd: '6:00', eersteOp: '6 december' } }, ['schema/eersteOp', 'schema/elkeDagen', 'schema/tijd']],
    [{ schema: { eersteOp: '2026-02-30', cron: '* * * * *' }, url: 'http://x' }, ['schema/cron', 'schema/eersteOp', 'url']],
  ])('N5 answers 400 to %j', async (body, fields) => {
    const response = await gateway.sendJson('PATCH', path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(fetcher.asked).toEqual([]);
  });

  it('is refused as the fetcher refuses it', async () => {
    fetcher.refuses(ChangeSchedule, { kind: 'notFound', code: 'unknownSource', message: 'Er is geen bron "duo-xx".' });
    expect((await gateway.sendJson('PATCH', '/v1/importbronnen/duo-xx', { schema: { actief: false } })).status).toBe(404);
  });
});
