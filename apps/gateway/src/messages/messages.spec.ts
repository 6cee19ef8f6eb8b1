import { ListMessages, MarkMessageRead, ShowMessage } from '@gids/contracts';
import { messageExample } from '../api/inbox-examples.js';
import { messageDetailSchema } from '../api/message.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { inboxPageSchema } from './messages.operations.js';

const path = `/v1/meldingen/${messageExample.id}`;
const readAt = '2026-11-22T09:00:00.000Z';

describe('messages over HTTP', () => {
  let gateway: GatewayInTest;
  let notifier: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    notifier = new StandInService(gateway.requests, 'notifier')
      .replies(ListMessages, () => ({ items: [messageExample], total: 3, unread: 2 }))
      .replies(ShowMessage, () => messageExample)
      .replies(MarkMessageRead, ({ read }) => ({ ...messageExample, ...(read && { readAt }) }));
  });

  it('R74 R75 are an inbox beside e-mail', async () => {
    const page = inboxPageSchema.parse(await (await gateway.ask('/v1/meldingen?gelezen=false&pageSize=1&count=true')).json());
    expect(page).toMatchObject({ totaal: 3, ongelezen: 2, nextPage: 2, _embedded: { item: [{ soort: 'importVoltooid', import: 'duo', gelezenOp: null }] } });
    expect(page._embedded.item[0]?._links.self.href).toBe(`${publicUrl}${path}`);
    expect(notifier.payloadsOf(ListMessages)).toEqual([{ read: false, page: 1, pageSize: 1 }]);
  });

  it('show what they say', async () => {
    expect(messageDetailSchema.parse(await (await gateway.ask(path)).json())).toMatchObject({ tekst: messageExample.text });
  });

  it('are marked as read', async () => {
    const response = await gateway.sendJson('PATCH', path, { gelezen: true });
    expect(await response.json()).toMatchObject({ id: messageExample.id, gelezenOp: readAt });
    expect(notifier.payloadsOf(MarkMessageRead)).toEqual([{ id: messageExample.id, read: true }]);
  });

  it('of others are not there', async () => {
    notifier.refuses(ShowMessage, { kind: 'notFound', code: 'notFound', message: 'U heeft geen melding met dit id.' });
    expect((await gateway.ask(path)).status).toBe(404);
  });

  it.each([
    ['GET', '/v1/meldingen?gelezen=misschien', undefined, 'gelezen'],
    ['GET', '/v1/meldingen/x', undefined, 'id'],
    ['PATCH', path, { gelezen: 'ja' }, 'gelezen'],
    ['PATCH', path, { gelezen: true, onderwerp: 'x' }, 'onderwerp'],
  ])('N5 answer 400: %s %s', async (method, address, body, field) => {
    const response = await gateway.sendJson(method, address, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { fouten: { veld: string }[] }).fouten.map(({ veld }) => veld)).toEqual([field]);
    expect(notifier.asked).toEqual([]);
  });
});
