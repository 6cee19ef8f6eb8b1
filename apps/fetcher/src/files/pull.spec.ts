import { gzipSync } from 'node:zlib';
import { filePartBytes } from '@gids/contracts';
import { eventually, freePort } from '@gids/testing';
import { SourceServer } from '../testing/source-server.js';
import { FetchFailed } from './fetch-failed.js';
import { pullFile, type PullLimits } from './pull.js';

const file = Buffer.from('code;naam\r\n1;een\r\n2;twee\r\n');
const limits: PullLimits = { maxBytes: 3 * filePartBytes, total: 20_000, idle: 10_000 };
const never = new AbortController().signal;
const userAgent = 'GIDS-import/1 (test)';

let server: SourceServer;

beforeEach(async () => {
  server = await SourceServer.listen();
});

afterEach(() => server.close());

async function pull(url = server.url(), more: Partial<PullLimits> = {}, stop = never) {
  const pulled = await pullFile(url, userAgent, { ...limits, ...more }, stop);
  try {
    const parts = await Array.fromAsync(pulled.parts);
    return { parts, content: Buffer.concat(parts), declaredBytes: pulled.declaredBytes };
  } finally {
    pulled.close();
  }
}

/** @returns the refusal, without its last sentence, which is always the same */
async function refusal(...asked: Parameters<typeof pull>): Promise<{ sentence: string; again: boolean; pause?: number | undefined }> {
  const error: unknown = await pull(...asked).then(() => new Error('the file was pulled'), (reason: unknown) => reason);
  if (!(error instanceof FetchFailed)) throw error;
  const todo = ' Controleer het adres en probeer het later opnieuw; er is niets gewijzigd.';
  expect(error.message.endsWith(todo)).toBe(true);
  return { sentence: error.message.slice(0, -todo.length), ...error.advice };
}

describe('a file that comes whole', () => {
  it('R6 is handed on in parts, with the length that was promised', async () => {
    const large = Buffer.alloc(2 * filePartBytes + 10, 'x');
    server.serve(large);
    const { parts, content, declaredBytes } = await pull();
    expect(content.equals(large)).toBe(true);
    expect(parts.map((part) => part.length)).toEqual([filePartBytes, filePartBytes, 10]);
    expect(declaredBytes).toBe(large.length);
  });

  it('N44 is asked for by name and address of who asks, uncompressed: so R8 its length can be compared', async () => {
    server.serve(file);
    await pull();
    expect(server.asked).toMatchObject([{ path: '/bestand.csv', headers: { 'user-agent': userAgent, 'accept-encoding': 'identity' } }]);
  });

  it('may come without a length', async () => {
    server.answer = (_, response) => {
      response.write(file.subarray(0, 5));
      response.end(file.subarray(5));
    };
    expect(await pull()).toMatchObject({ content: file, declaredBytes: undefined });
  });

  it('may come compressed all the same: its length says nothing then', async () => {
    const packed = gzipSync(file);
    server.answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
    expect(await pull()).toMatchObject({ content: file, declaredBytes: undefined });
  });

  it('may be empty, or a web page: that is judged later, by its content (RELIABILITY b 64)', async () => {
    server.serve('');
    expect(await pull()).toMatchObject({ content: Buffer.alloc(0), declaredBytes: 0, parts: [] });
    server.serve('<!doctype html>');
    expect((await pull()).content.toString()).toBe('<!doctype html>');
  });

  it('may take longer than the idle limit, as long as something comes, and while we are the slow one', async () => {
    server.serve(Buffer.alloc(2 * filePartBytes, 'x'));
    const pulled = await pullFile(server.url(), userAgent, { ...limits, idle: 150 }, never);
    const began = performance.now();
    let bytes = 0;
    for await (const part of pulled.parts) {
      bytes += part.length;
      await eventually(() => performance.now() - began > 400);
    }
    pulled.close();
    expect(bytes).toBe(2 * filePartBytes);
  });
});

describe('an answer that is no file (RELIABILITY b 64, c2 59)', () => {
  it.each([
    [204, false],
    [206, false],
    [304, false],
    [403, false],
    [404, false],
    [408, true],
    [410, false],
    [429, true],
    [500, true],
    [503, true],
  ])('status %i, worth another try: %s', async (status, again) => {
    server.serve(status === 204 || status === 304 ? '' : 'fout', status);
    expect(await refusal()).toEqual({ sentence: `De bron ${server.url()} antwoordt met status ${status}.`, again });
  });

  it('tells how long the server asks us to wait', async () => {
    server.answer = (_, response) => void response.writeHead(429, { 'retry-after': '7' }).end();
    expect(await refusal()).toMatchObject({ again: true, pause: 7_000 });
    server.answer = (_, response) => void response.writeHead(503, { 'retry-after': new Date(Date.now() - 60_000).toUTCString() }).end();
    expect(await refusal()).toMatchObject({ again: true, pause: 0 });
    server.answer = (_, response) => void response.writeHead(503, { 'retry-after': 'straks' }).end();
    expect((await refusal()).pause).toBeUndefined();
  });

  it('is no answer at all where nobody listens', async () => {
    const url = `http://127.0.0.1:${await freePort()}/bestand.csv?sleutel=geheim`;
    const { sentence, again } = await refusal(url);
    expect(sentence).toBe(`De bron ${url.replace('?sleutel=geheim', '')} is niet bereikbaar (ECONNREFUSED).`);
    expect(again).toBe(true);
  });
});

describe('a transfer that breaks (RELIABILITY b 62, 63, c2 57, 58, 66, 67)', () => {
  const large = Buffer.alloc(filePartBytes, 'x');
  const cut = large.subarray(0, Math.floor(large.length * 0.37));

  it('R8 cut at 37 %, with a length', async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': large.length });
      response.write(cut, () => response.destroy());
    };
    const { sentence, again } = await refusal();
    expect(sentence).toMatch(/^De bron \S+ brak de verbinding af na \d+ bytes \(.+\)\.$/);
    expect(again).toBe(true);
  });

  it('R8 cut at 37 %, chunked', async () => {
    server.answer = (_, response) => void response.write(cut, () => response.destroy());
    expect((await refusal()).sentence).toMatch(/brak de verbinding af na \d+ bytes/);
  });

  it('a compressed one that is none', async () => {
    server.answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(file);
    expect(await refusal()).toMatchObject({ again: true });
  });

  it('hangs before its headers', async () => {
    server.answer = () => undefined;
    expect(await refusal(server.url(), { idle: 100 })).toEqual({ sentence: `De bron ${server.url()} stuurt al 0 s niets.`, again: true });
    await eventually(() => server.connections === 0);
  });

  it('hangs after its headers', async () => {
    server.answer = (_, response) => response.writeHead(200).flushHeaders();
    expect((await refusal(server.url(), { idle: 1_000 })).sentence).toBe(`De bron ${server.url()} stuurt al 1 s niets.`);
    await eventually(() => server.connections === 0);
  });

  it('trickles on for longer than the whole may take', async () => {
    server.answer = (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(drip));
    };
    const { sentence, again } = await refusal(server.url(), { total: 500, idle: 5_000 });
    expect(sentence).toMatch(/heeft het bestand na \d+ s nog niet helemaal gestuurd/);
    expect(again).toBe(false);
    await eventually(() => server.connections === 0);
  });

  it('is larger than allowed: refused on its word', async () => {
    server.serve(Buffer.alloc(4 * filePartBytes));
    expect(await refusal(server.url(), { maxBytes: 1024 * 1024 - 1 })).toMatchObject({ again: false });
    await eventually(() => server.connections === 0);
  });

  it('is larger than allowed without a word: refused as soon as it shows, compressed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    server.answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await refusal(server.url(), { maxBytes: 2 * 1024 * 1024 })).toEqual({ sentence: `De bron ${server.url()} stuurt meer dan 2 MB.`, again: false });
    await eventually(() => server.connections === 0);
  });

  it('is left when the service stops, with its reason', async () => {
    const stop = new AbortController();
    const reason = new Error('stop');
    server.answer = (_, response) => response.writeHead(200).flushHeaders();
    const pulling = pull(server.url(), {}, stop.signal);
    await eventually(() => server.asked.length === 1);
    stop.abort(reason);
    await expect(pulling).rejects.toBe(reason);
    await eventually(() => server.connections === 0);
  });

  it('is left when nobody reads it', async () => {
    server.answer = (_, response) => void response.write(file);
    const pulled = await pullFile(server.url(), userAgent, limits, never);
    expect(server.connections).toBe(1);
    pulled.close();
    await eventually(() => server.connections === 0);
  });
});

describe('redirects (RELIABILITY c2, 62)', () => {
  const redirectTo = (target: (path: string) => string | undefined) => {
    server.answer = (request, response) => {
      const location = target(request.url ?? '');
      if (location === undefined) response.end(file);
      else response.writeHead(302, { location }).end('Elders');
    };
  };

  it.each([301, 302, 303, 307, 308])('status %i is followed, with the same name', async (status) => {
    server.answer = (request, response) =>
      void (request.url === '/bestand.csv' ? response.writeHead(status, { location: 'nieuw/plek.csv?x=1' }).end() : response.end(file));
    expect((await pull()).content).toEqual(file);
    expect(server.asked.map(({ path }) => path)).toEqual(['/bestand.csv', '/nieuw/plek.csv?x=1']);
    expect(server.asked.every(({ headers }) => headers['user-agent'] === userAgent)).toBe(true);
  });

  it('five are followed, a sixth is not', async () => {
    const upTo = (hops: number) => redirectTo((path) => (Number(path.slice(1)) < hops ? `/${Number(path.slice(1)) + 1}` : undefined));
    upTo(5);
    expect((await pull(server.url('/0'))).content).toEqual(file);
    upTo(6);
    expect(await refusal(server.url('/0'))).toEqual({ sentence: `De bron ${server.url('/0')} verwijst meer dan 5 keer door.`, again: false });
  });

  it('a circle ends', async () => {
    redirectTo((path) => path);
    expect((await refusal()).sentence).toContain('verwijst meer dan 5 keer door');
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/x.csv', 'data:text/csv,code;naam', 'gopher://x/', 'javascript:0', 'http://good@127.0.0.1/', 'http://['])(
    '%s is not followed',
    async (location) => {
      redirectTo(() => location);
      expect(await refusal()).toEqual({ sentence: `De bron ${server.url()} verwijst door naar iets dat geen webadres is.`, again: false });
    },
  );

  it('one without a place to go is no file', async () => {
    server.answer = (_, response) => void response.writeHead(302).end();
    expect((await refusal()).sentence).toContain('antwoordt met status 302');
  });
});

it('leaves no timer behind that keeps the process from ending', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const before = timers();
  server.serve('', 404);
  await refusal();
  server.serve(file);
  await pull();
  expect(timers()).toBeLessThanOrEqual(before);
});
