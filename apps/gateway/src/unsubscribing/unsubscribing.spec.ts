import { messageTopics, ShowUnsubscription, Unsubscribe } from '@gids/contracts';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const token = 'dGhpcyBpcyBhbiBleGFtcGxlIG9ubHk';
const path = `/v1/afmeldingen/${token}`;
const refusal = { kind: 'notFound', code: 'notFound', message: 'Deze link om u af te melden is niet bekend of te oud.' } as const;

describe('unsubscribing by the link in a mail', () => {
  let gateway: GatewayInTest;
  let notifier: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    notifier = new StandInService(gateway.requests, 'notifier')
      .replies(ShowUnsubscription, () => ({ importId: 'duo', topics: [...messageTopics.slice(0, 2)] }))
      .replies(Unsubscribe, () => ({ importId: 'duo', topics: [...messageTopics.slice(0, 1)] }));
  });

  it('SCREENS 6 takes one click of a mail program, without a sign-in (RFC 8058)', async () => {
    const response = await gateway.askAsStranger(path, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('U krijgt geen e-mail meer over het verslag van importruns van de import DUO.');
    expect(notifier.payloadsOf(Unsubscribe)).toEqual([{ token }]);
  });

  it('does nothing when a mail program only fetches the link', async () => {
    const response = await gateway.askAsStranger(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    const html = await response.text();
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('<form method="post">');
    expect(notifier.payloadsOf(Unsubscribe)).toEqual([]);
  });

  it.each(['GET', 'POST'])('%s says so where the link is not known', async (method) => {
    notifier.refuses(ShowUnsubscription, refusal).refuses(Unsubscribe, refusal);
    const response = await gateway.askAsStranger(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ detail: refusal.message });
  });

  it('N5 answers 400 to what was never a link', async () => {
    const response = await gateway.askAsStranger('/v1/afmeldingen/kort', { method: 'POST' });
    expect(response.status).toBe(400);
    expect(notifier.asked).toEqual([]);
  });

  it('is not done by the page of another website', async () => {
    const response = await gateway.askAsStranger(path, { method: 'POST', headers: { origin: 'https://elders.nl' } });
    expect(response.status).toBe(403);
    expect(notifier.asked).toEqual([]);
  });
});
