import { ListKeptMail, ShowKeptMail } from '@gids/contracts';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const id = '94e6763d64a064fe3dea3f9156fb2d8d';
const mail = { id, subject: 'DUO <b>PO</b>: import voltooid', address: 'jan@voorbeeld.nl', writtenAt: '2026-11-22T05:04:31.000Z' };

describe('the mail that is kept while there is no mail server', () => {
  let gateway: GatewayInTest;
  let notifier: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    notifier = new StandInService(gateway.requests, 'notifier')
      .replies(ListKeptMail, () => ({ items: [mail], total: 250 }))
      .replies(ShowKeptMail, () => ({ ...mail, html: '<!DOCTYPE html><html lang="nl"><p>Hallo</p></html>' }));
  });

  it('is listed at /post, escaped and page by page', async () => {
    const response = await gateway.ask('/post?page=2');
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain(`<a href="/post/${id}">DUO &lt;b&gt;PO&lt;/b&gt;: import voltooid</a>`);
    expect(html).toContain('href="/post?page=1"');
    expect(html).toContain('href="/post?page=3"');
    expect(notifier.payloadsOf(ListKeptMail)).toEqual([{ page: 2, pageSize: 100 }]);
  });

  it('is shown as it looks, without scripts and without anything from elsewhere', async () => {
    const response = await gateway.ask(`/post/${id}`);
    expect(await response.text()).toContain('<p>Hallo</p>');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('says so where there is none yet', async () => {
    notifier.replies(ListKeptMail, () => ({ items: [], total: 0 }));
    expect(await (await gateway.ask('/post')).text()).toContain('Er is geen e-mail.');
  });

  it('is closed to strangers', async () => {
    expect((await gateway.askAsStranger('/post')).status).toBe(401);
    expect((await gateway.askAsStranger(`/post/${id}`)).status).toBe(401);
  });

  it('is not there once there is a mail server', async () => {
    notifier.refuses(ListKeptMail, { kind: 'notFound', code: 'mailIsSent', message: 'E-mail wordt hier niet bewaard.' });
    expect((await gateway.ask('/post')).status).toBe(404);
  });

  it.each(['/post?page=0', '/post/../etc', '/post/x'])('N5 takes nothing else: %s', async (path) => {
    expect([400, 404]).toContain((await gateway.ask(path)).status);
    expect(notifier.asked).toEqual([]);
  });
});
