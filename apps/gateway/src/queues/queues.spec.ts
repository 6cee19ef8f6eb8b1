import { ListDeadLetters, RedriveDeadLetters, serviceNames, ShowQueueState } from '@gids/contracts';
import { deadLetterExample, queueStateExample } from '../api/examples.js';
import { pageSchema } from '../api/page.js';
import { allQueuesSchema, deadLetterDetailSchema, deadLetterSchema } from '../api/queue.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

describe('queues and dead letters over HTTP', () => {
  let gateway: GatewayInTest;
  let mapper: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    mapper = new StandInService(gateway.requests, 'mapper')
      .replies(ShowQueueState, () => queueStateExample)
      .replies(ListDeadLetters, ({ id }) => ({
        items: id === undefined ? [{ ...deadLetterExample, payload: undefined }] : [deadLetterExample].filter((letter) => letter.id === id),
        total: 1,
      }))
      .replies(RedriveDeadLetters, ({ ids }) => ({ redriven: ids?.length ?? 7 }));
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    mapper.asked.length = 0;
  });

  it('tells of all services, also of those that do not answer', async () => {
    const all = allQueuesSchema.parse(await (await gateway.ask('/v1/wachtrijen')).json());
    expect(all._embedded.item.map(({ dienst }) => dienst)).toEqual([...serviceNames]);
    const byName = Object.fromEntries(all._embedded.item.map((item) => [item.dienst, item]));
    expect(byName['mapper']).toMatchObject({ bereikbaar: true, terzijde: 1, uitgaand: 0, wachtrijen: [{ naam: 'mapper.pipeline', wachtend: 12, verwerkersAangesloten: true }] });
    expect(byName['fetcher']).toMatchObject({ bereikbaar: false, wachtrijen: [] });
    expect(byName['gateway']).toMatchObject({ bereikbaar: true, wachtrijen: [{ naam: 'gateway.pipeline', wachtend: 0, verwerkersAangesloten: true }, { naam: 'gateway.directory' }] });
  });

  it('lists dead letters by status', async () => {
    const page = pageSchema(deadLetterSchema).parse(await (await gateway.ask('/v1/wachtrijen/mapper/berichten?status=open&pageSize=20')).json());
    expect(page._embedded.item).toMatchObject([{ id: deadLetterExample.id, dienst: 'mapper', reden: 'mislukt', status: 'open', onderwerp: '16AH00', pogingen: 3 }]);
    expect(mapper.payloadsOf(ListDeadLetters)).toEqual([{ state: 'OPEN', page: 1, pageSize: 20 }]);
  });

  it('shows a dead letter with what was in it', async () => {
    const response = await gateway.ask(`/v1/wachtrijen/mapper/berichten/${deadLetterExample.id}`);
    expect(deadLetterDetailSchema.parse(await response.json()).inhoud).toBe(deadLetterExample.payload);
    const unknown = await gateway.ask('/v1/wachtrijen/mapper/berichten/019a9f40-1c6e-7d35-a4b1-5c0f4f1f6a11');
    expect(unknown.status).toBe(404);
  });

  it.each([
    ['some', { ids: [deadLetterExample.id] }, 1],
    ['all', {}, 7],
    ['all, without a body', undefined, 7],
  ])('sends %s again', async (_what, body, count) => {
    const response = body === undefined ? await gateway.ask('/v1/wachtrijen/mapper/_opnieuw', { method: 'POST' }) : await gateway.postJson('/v1/wachtrijen/mapper/_opnieuw', body);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ opnieuwVerstuurd: count });
    expect(mapper.payloadsOf(RedriveDeadLetters)).toEqual([body ?? {}]);
  });

  it.each([
    ['c3-73 too many ids', { ids: Array.from({ length: 1_001 }, () => deadLetterExample.id) }, 'ids'],
    ['no id', { ids: ['x'] }, 'ids/0'],
    ['an empty list', { ids: [] }, 'ids'],
    ['null', { ids: null }, 'ids'],
  ])('answers 400 to %s', async (_what, body, field) => {
    const response = await gateway.postJson('/v1/wachtrijen/mapper/_opnieuw', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: field }] });
    expect(mapper.asked).toEqual([]);
  });

  it('answers 400 to a service that is not there', async () => {
    expect((await gateway.ask('/v1/wachtrijen/boekhouding/berichten')).status).toBe(400);
  });
});
