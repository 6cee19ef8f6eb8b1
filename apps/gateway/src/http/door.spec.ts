import type { Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { problemSchema } from '../api/problem.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { apiVersion } from './version.js';

describe('the door', () => {
  let gateway: GatewayInTest;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());

  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    gateway.ask('/v1/importruns', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  /** Sends bytes that no HTTP client would. */
  async function sendRaw(request: string): Promise<string> {
    const { port, hostname } = new URL(gateway.baseUrl);
    const socket = connect(Number(port), hostname);
    socket.write(request);
    return text(socket);
  }

  async function expectProblem(response: Response, status: number): Promise<void> {
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status, correlatieId: response.headers.get('x-correlation-id') });
    expect(JSON.stringify(problem)).not.toMatch(/at \w+ \(|node_modules|\.ts:/);
  }

  it.each([
    ['/v1/sessies/huidig', 200],
    ['/v1/bestaat-niet', 404],
    ['/', 404],
    ['/v1/organisaties/abc', 400],
  ])('N2 N13 sends its headers with %s', async (path, status) => {
    const response = await gateway.ask(path);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'api-version': apiVersion,
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBe(path.startsWith('/v1/organisaties') ? '*' : null);
  });

  it('e12 lets a browser run, frame and send nothing of what it answers', async () => {
    const { headers } = await gateway.askAsStranger('/v1/organisaties/abc');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toBe('camera=(), geolocation=(), microphone=()');
  });

  it('e16 waits no longer than it says for who sends slowly', () => {
    const { headersTimeout, requestTimeout } = gateway.application.getHttpServer() as Server;
    expect(headersTimeout).toBe(15_000);
    expect(requestTimeout).toBe(30 * 60_000);
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/v1/metrics'])('e33 shows nothing of the inside: %s', async (path) => {
    await expectProblem(await gateway.ask(path), 404);
  });

  it.each([
    ['GET', '/v1/bestaat-niet', 404],
    ['PUT', '/v1/importruns', 404],
    ['GET', '/v1/organisaties/%ff', 400],
    ['GET', '/v1/organisaties/', 404],
    ['GET', '/v1/openapi.json/', 404],
  ])('N4 N7 answers %s %s with problem %i', async (method, path, status) => {
    await expectProblem(await gateway.ask(path, { method }), status);
  });

  it('N7 says to leave the slash out', async () => {
    expect(await (await gateway.ask('/v1/importruns/')).json()).toMatchObject({ detail: expect.stringContaining('schuine streep') });
  });

  it('takes over a correlation id that is harmless, and makes one otherwise', async () => {
    const ask = async (id: string) => (await gateway.ask('/v1/sessies/huidig', { headers: { 'x-correlation-id': id } })).headers.get('x-correlation-id');
    expect(await ask('abc-123')).toBe('abc-123');
    expect(await ask('<script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await ask('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['c3-73 5 MB', JSON.stringify({ bronId: 'x'.repeat(5_000_000) }), {}, 413],
    ['c3-73 100,000 items', JSON.stringify({ bronId: 'lrk', items: Array.from({ length: 100_000 }, () => 'lrk lrk lrk') }), {}, 413],
    ['c3-73 a depth of 10,000', `{"bronId":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, {}, 400],
    ['c3-74 a comma too many', '{"bronId":"lrk",}', {}, 400],
    ['c3-74 a byte order mark', '\uFEFF{"bronId":"lrk"}', {}, 400],
    ['c3-74 UTF-16', Uint8Array.from(Buffer.from('{"bronId":"lrk"}', 'utf16le')), {}, 400],
    ['c3-74 nothing', '', {}, 400],
    ['c3-75 a prototype', '{"bronId":"lrk","__proto__":{"isAdmin":true}}', {}, 400],
    ['c3-75 a constructor', '{"bronId":"lrk","constructor":{"prototype":{}}}', {}, 400],
    ['c3-76 an endless number', '{"bronId":1e400}', {}, 400],
    ['c3-83 a gzip bomb', gzipSync(Buffer.alloc(50_000_000, ' ')), { 'content-encoding': 'gzip' }, 415],
    ['c3-83 a broken gzip', 'geen gzip', { 'content-encoding': 'gzip' }, 415],
    ['c3-85 half a character', '{"bronId":"\\ud800"}', {}, 400],
    ['c3-85 NUL', '{"bronId":"\\u0000"}', {}, 400],
  ])('answers a body of %s with a problem, and stays up', async (_what, body, headers: Record<string, string>, status) => {
    await expectProblem(await post(typeof body === 'string' ? body : Uint8Array.from(body), headers), status);
    expect((await gateway.ask('/v1/sessies/huidig')).status).toBe(200);
  });

  it('reads no body of a stranger', async () => {
    const response = await gateway.askAsStranger('/v1/importruns', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    await expectProblem(response, 401);
  });

  it('c3-73 counts a body that does not say how long it is', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } };
    await expectProblem(await gateway.ask('/v1/importruns', init), 413);
  });

  it.each([
    ['what is no HTTP', 'hallo\r\n\r\n', 400],
    ['c3-84 an endless address', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['two lengths', 'POST /v1/sessies HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ])('N4 answers %s with a problem too', async (_what, request, status) => {
    const answer = await sendRaw(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(`API-Version: ${apiVersion}`);
    expect(problemSchema.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))))).toMatchObject({ status });
  });

  it('logs nothing as an error for what others do wrong', () => {
    expect(gateway.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('the door behind https', () => {
  it('N13 e7 asks browsers to stay with https, and binds the cookie to it', async () => {
    const gateway = await GatewayInTest.start({ env: { GIDS_BASE_URL: 'https://gids.example.nl', GIDS_TRUSTED_PROXIES: '1' } });
    try {
      const response = await gateway.askAsStranger('/v1/sessies', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ naam: 'beheerder', wachtwoord: gateway.password }),
      });
      expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      expect(response.headers.get('set-cookie')).toMatch(/^__Host-gids=.*; Secure$/);
    } finally {
      await gateway.stop();
    }
  });
});
