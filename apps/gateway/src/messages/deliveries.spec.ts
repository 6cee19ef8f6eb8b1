import { ListDeliveries, ReleaseHeldMail, ResolveDelivery } from '@gids/contracts';
import { deliverySchema } from '../api/mail-delivery.js';
import { deliveryExample } from '../api/inbox-examples.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const decisions = `/v1/bezorgingen/${deliveryExample.id}/besluiten`;
const by = 'opdrachtregel';

describe('deliveries over HTTP', () => {
  let gateway: GatewayInTest;
  let notifier: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    notifier = new StandInService(gateway.requests, 'notifier')
      .replies(ListDeliveries, () => ({ items: [deliveryExample], total: 1 }))
      .replies(ResolveDelivery, ({ decision }) => ({ ...deliveryExample, state: decision === 'SENT' ? ('SENT' as const) : ('PENDING' as const), decidedBy: by }))
      .replies(ReleaseHeldMail, () => ({ released: 3_000 }));
  });

  it('show what waits for a person', async () => {
    const page = pageSchema(deliverySchema).parse(await (await gateway.ask('/v1/bezorgingen?status=onbevestigd,mislukt')).json());
    expect(page._embedded.item).toMatchObject([{ status: 'onbevestigd', adres: deliveryExample.address, uitkomst: deliveryExample.detail, volgendeOp: null }]);
    expect(notifier.payloadsOf(ListDeliveries)).toEqual([{ states: ['UNCONFIRMED', 'FAILED'], page: 1, pageSize: 100 }]);
  });

  it.each([
    ['verzonden', 'SENT', 'verzonden'],
    ['opnieuw', 'AGAIN', 'wacht'],
  ])('are decided on by a person only: %s', async (besluit, decision, status) => {
    const response = await gateway.postJson(decisions, { besluit });
    expect(await response.json()).toMatchObject({ status, beslistDoor: by });
    expect(notifier.payloadsOf(ResolveDelivery)).toEqual([{ id: deliveryExample.id, decision, by }]);
  });

  it('RELIABILITY D60 are released by a person', async () => {
    const response = await gateway.ask('/v1/bezorgingen/_vrijgeven', { method: 'POST' });
    expect(await response.json()).toEqual({ vrijgegeven: 3_000 });
    expect(notifier.payloadsOf(ReleaseHeldMail)).toEqual([{ by }]);
  });

  it('say so where there is nothing to decide', async () => {
    notifier.refuses(ResolveDelivery, { kind: 'conflict', code: 'deliveryNotDecidable', message: 'Over deze bezorging valt niets te beslissen.' });
    expect((await gateway.postJson(decisions, { besluit: 'opnieuw' })).status).toBe(409);
  });

  it.each([
    ['GET', '/v1/bezorgingen?status=weg', undefined, 'status'],
    ['POST', decisions, { besluit: 'misschien' }, 'besluit'],
    ['POST', '/v1/bezorgingen/1/besluiten', { besluit: 'opnieuw' }, 'id'],
  ])('N5 answer 400: %s %s', async (method, address, body, field) => {
    const response = await gateway.sendJson(method, address, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { fouten: { veld: string }[] }).fouten.map(({ veld }) => veld)).toEqual([field]);
    expect(notifier.asked).toEqual([]);
  });
});
