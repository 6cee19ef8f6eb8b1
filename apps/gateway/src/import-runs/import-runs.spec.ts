import { request as httpRequest } from 'node:http';
import { randomBytes } from 'node:crypto';
import { filePartBytes, ListRuns, ReceiveFilePart, ShowRun, StartImport, type PayloadOf, type RunView } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { runExample } from '../api/examples.js';
import { importRunSchema } from '../api/import-run.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const planned = (order: PayloadOf<typeof StartImport>): RunView => ({ ...runExample, id: order.runId, sourceId: order.sourceId, state: 'PLANNED', transport: order.transport });

describe('import runs over HTTP', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ env: { GIDS_MAX_UPLOAD_MB: '1' } });
  });
  afterAll(() => gateway.stop());

  beforeEach(() => {
    fetcher = new StandInService(gateway.requests, 'fetcher')
      .replies(StartImport, planned)
      .replies(ReceiveFilePart, ({ content }) => ({ receivedBytes: content.length }))
      .replies(ShowRun, ({ runId }) => ({ ...runExample, id: runId }))
      .replies(ListRuns, () => ({ items: [runExample], total: 41 }));
  });

  function upload(parts: Record<string, string | Blob>, headers: Record<string, string> = {}): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, 'duo-po-2026-08.csv');
    }
    return gateway.ask('/v1/importruns', { method: 'POST', body: form, headers });
  }

  const blob = (content: string | Uint8Array<ArrayBuffer>) => new Blob([content], { type: 'text/csv' });
  const receivedBytes = () => Buffer.concat(fetcher.payloadsOf(ReceiveFilePart).map(({ content }) => Buffer.from(content, 'base64')));
  const lastFlags = () => fetcher.payloadsOf(ReceiveFilePart).map(({ last }) => last);

  describe('looking', () => {
    it('lists runs by source and status, newest first', async () => {
      const response = await gateway.ask('/v1/importruns?bronId=duo-po&status=voltooid,mislukt&page=2&pageSize=20&sort=-gestartOp&count=true');
      expect(response.status).toBe(200);
      const page = pageSchema(importRunSchema).parse(await response.json());
      expect(page).toMatchObject({ currentPage: 2, pageSize: 20, nextPage: 3, totaal: 41 });
      expect(page._links.next?.href).toBe(`${publicUrl}/v1/importruns?bronId=duo-po&status=voltooid%2Cmislukt&page=3&pageSize=20&sort=-gestartOp&count=true`);
      expect(fetcher.payloadsOf(ListRuns)).toEqual([{ sourceId: 'duo-po', states: ['COMPLETED', 'FAILED'], page: 2, pageSize: 20 }]);
    });

    it('shows a run', async () => {
      const response = await gateway.ask(`/v1/importruns/${runExample.id}`);
      expect(importRunSchema.parse(await response.json())).toMatchObject({ id: runExample.id, status: 'voltooid' });
    });

    it('answers 404 with the words of the fetcher', async () => {
      fetcher.refuses(ShowRun, { kind: 'notFound', code: 'unknownRun', message: 'Deze run bestaat niet.' });
      const response = await gateway.ask(`/v1/importruns/${runExample.id}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ status: 404, detail: 'Deze run bestaat niet.', code: 'unknownRun' });
    });
  });

  describe('by pull', () => {
    it('are planned at the fetcher, in the name of who asks', async () => {
      const response = await gateway.postJson('/v1/importruns', { bronId: 'duo-po', volledig: true });
      expect(response.status).toBe(201);
      const run = importRunSchema.parse(await response.json());
      expect(run).toMatchObject({ status: 'gepland', transport: 'pull' });
      expect(response.headers.get('location')).toBe(`${publicUrl}/v1/importruns/${run.id}`);
      expect(fetcher.payloadsOf(StartImport)).toEqual([{ runId: run.id, sourceId: 'duo-po', transport: 'PULL', full: true, requestedBy: 'opdrachtregel' }]);
    });

    it('N11 are the same run for the same key and source', async () => {
      const key = '5d0a0c4e-6d1e-4b57-9a52-3b1a3b1f0f11';
      const ids: string[] = [];
      for (const [bronId, header] of [['duo-po', key], ['duo-po', `"${key}"`], ['lrk', key]] as const) {
        const response = await gateway.postJson('/v1/importruns', { bronId }, { 'idempotency-key': header });
        ids.push(importRunSchema.parse(await response.json()).id);
      }
      expect(ids[1]).toBe(ids[0]);
      expect(ids[2]).not.toBe(ids[0]);
    });

    it('are new runs without a key', async () => {
      const [one, other] = await Promise.all([1, 2].map(async () => (await gateway.postJson('/v1/importruns', { bronId: 'lrk' })).json() as Promise<{ id: string }>));
      expect(one?.id).not.toBe(other?.id);
    });

    it.each([
      ['c3-81 an unknown source', { kind: 'notFound', code: 'unknownSource', message: 'Bron "duo-xx" bestaat niet.' }, 404],
      ['a source with an open run', { kind: 'conflict', code: 'runOpen', message: 'Voor deze bron loopt al een run.' }, 409],
    ] as const)('are refused for %s', async (_what, problem, status) => {
      fetcher.refuses(StartImport, problem);
      const response = await gateway.postJson('/v1/importruns', { bronId: 'duo-xx' });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ detail: problem.message, code: problem.code });
    });

    it.each([
      ['c3-75 an unknown field', { bronId: 'lrk', requestedBy: 'iemand' }, {}, ['requestedBy']],
      ['c3-76 text for a boolean', { bronId: 'lrk', volledig: 'true' }, {}, ['volledig']],
      ['c3-77 null for a source', { bronId: null }, {}, ['bronId']],
      ['c3-78 a list for an object', [{ bronId: 'lrk' }], {}, ['']],
      ['a path for a source', { bronId: '../lrk' }, {}, ['bronId']],
      ['a key that is no UUID, with all the rest', { x: 1 }, { 'idempotency-key': 'abc' }, ['idempotency-key', 'bronId', 'x']],
    ])('answer 400 to %s', async (_what, body, headers, fields) => {
      const response = await gateway.postJson('/v1/importruns', body, headers);
      expect(response.status).toBe(400);
      const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
      expect(fouten.map(({ veld }) => veld)).toEqual(fields);
      expect(fetcher.asked).toEqual([]);
    });
  });

  describe('by upload', () => {
    it('pass the file on in parts, byte for byte', async () => {
      const content = Uint8Array.from(randomBytes(3 * filePartBytes + 17));
      const response = await upload({ bronId: 'duo-po', volledig: 'true', bestand: blob(content) });
      expect(response.status).toBe(201);
      const run = importRunSchema.parse(await response.json());
      expect(run.status).toBe('voltooid');
      expect(fetcher.payloadsOf(StartImport)).toEqual([
        { runId: run.id, sourceId: 'duo-po', transport: 'PUSH', full: true, fileName: 'duo-po-2026-08.csv', requestedBy: 'opdrachtregel' },
      ]);
      expect(receivedBytes().equals(content)).toBe(true);
      expect(lastFlags()).toEqual([false, false, false, true]);
    });

    it('hold back the sender: one part at a time is on its way', async () => {
      let underWay = 0;
      let most = 0;
      fetcher.replies(ReceiveFilePart, async () => {
        most = Math.max(most, (underWay += 1));
        await new Promise(setImmediate);
        underWay -= 1;
        return { receivedBytes: 0 };
      });
      await upload({ bronId: 'duo-po', bestand: blob(new Uint8Array(1_000_000)) });
      expect(fetcher.payloadsOf(ReceiveFilePart)).toHaveLength(4);
      expect(most).toBe(1);
    });

    it('pass on an empty file, which the fetcher judges', async () => {
      expect((await upload({ bronId: 'duo-po', bestand: blob('') })).status).toBe(201);
      expect(fetcher.payloadsOf(ReceiveFilePart)).toMatchObject([{ index: 0, content: '', last: true }]);
    });

    it('keep only the name of a file, never its path', async () => {
      const form = new FormData();
      form.append('bronId', 'lrk');
      form.append('bestand', blob('x'), '../../etc/pass wd.csv');
      await gateway.ask('/v1/importruns', { method: 'POST', body: form });
      expect(fetcher.payloadsOf(StartImport)).toMatchObject([{ fileName: 'pass wd.csv' }]);
    });

    it('N11 do not send a file again to a run that has it', async () => {
      fetcher.replies(StartImport, (order) => ({ ...planned(order), state: 'RUNNING' as const, phase: 'PUBLISHING' as const }));
      const response = await upload({ bronId: 'duo-po', bestand: blob('a,b\n') }, { 'idempotency-key': '5d0a0c4e-6d1e-4b57-9a52-3b1a3b1f0f11' });
      expect(response.status).toBe(201);
      expect(fetcher.payloadsOf(ReceiveFilePart)).toEqual([]);
    });

    it.each([
      ['no source', { bestand: blob('x') }, 'bronId'],
      ['no source before a large file', { bestand: blob(new Uint8Array(900_000)), bronId: 'lrk' }, 'bronId'],
      ['an unknown field', { bronId: 'lrk', requestedBy: 'x', bestand: blob('x') }, 'requestedBy'],
      ['too long a field', { bronId: 'x'.repeat(2_000), bestand: blob('x') }, 'bronId'],
      ['no boolean', { bronId: 'lrk', volledig: 'ja', bestand: blob('x') }, 'volledig'],
    ])('answer 400 to a form with %s', async (_what, parts, field) => {
      const response = await upload(parts);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fouten: [{ veld: field }] });
      expect(fetcher.asked).toEqual([]);
    });

    it.each([
      ['no file', { bronId: 'lrk' }, 'geen bestand'],
      ['a file by another name', { bronId: 'lrk', file: blob(new Uint8Array(900_000)) }, 'Noem het bestand "bestand"'],
      ['c3-82 too many parts', Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`veld${index}`, 'x'])), 'te veel onderdelen'],
    ])('answer 400 to a form with %s', async (_what, parts, text) => {
      const response = await upload(parts);
      expect(response.status).toBe(400);
      expect((await response.json()) as { detail: string }).toMatchObject({ detail: expect.stringContaining(text) });
      expect(fetcher.asked).toEqual([]);
    });

    it('never send the last part of a form that goes wrong after its file', async () => {
      const response = await upload({ bronId: 'lrk', bestand: blob('a,b\n'), volledig: 'true' });
      expect(response.status).toBe(400);
      expect((await response.json()) as { detail: string }).toMatchObject({ detail: expect.stringContaining('staat na het bestand') });
      expect(lastFlags()).toEqual([]);
    });

    it.each([
      ['a form that is cut off', 'multipart/form-data; boundary=grens', '--grens\r\nContent-Disposition: form-data; name="bronId"\r\n\r\nlrk\r\n--grens\r\nContent-Disposition: form-data; name="bestand"; filename="a.csv"\r\n\r\na,b'],
      ['a form without its boundary', 'multipart/form-data', 'x'],
    ])('answer 400 to %s', async (_what, type, body) => {
      const response = await gateway.ask('/v1/importruns', { method: 'POST', body, headers: { 'content-type': type } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'onleesbareInhoud' });
      expect(lastFlags()).toEqual([]);
    });

    it('c3-73 answer 413 to a file that is too large by what it says of itself', async () => {
      const response = await upload({ bronId: 'lrk', bestand: blob(new Uint8Array(3_000_000)) });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ detail: 'De inhoud is groter dan 1 MB.' });
      expect(fetcher.asked).toEqual([]);
    });

    it('c3-73 answer 413 to a file that turns out too large', async () => {
      expect((await upload({ bronId: 'lrk', bestand: blob(new Uint8Array(1_048_577)) })).status).toBe(413);
      expect(lastFlags()).not.toContain(true);
      expect((await upload({ bronId: 'lrk', bestand: blob(new Uint8Array(1_048_576)) })).status).toBe(201);
    });

    it('leave the run to the fetcher when the client goes away half-way', async () => {
      const { port, hostname } = new URL(gateway.baseUrl);
      const headers = { authorization: `Bearer ${gateway.token}`, 'content-type': 'multipart/form-data; boundary=grens' };
      const client = httpRequest({ port, hostname, path: '/v1/importruns', method: 'POST', headers });
      client.on('error', () => undefined);
      client.write('--grens\r\nContent-Disposition: form-data; name="bronId"\r\n\r\nlrk\r\n');
      client.write('--grens\r\nContent-Disposition: form-data; name="bestand"; filename="a.csv"\r\n\r\n');
      client.write(randomBytes(2 * filePartBytes + 1));
      await eventually(() => fetcher.payloadsOf(ReceiveFilePart).length === 1);
      client.destroy();
      await eventually(() => gateway.logged.some(({ message }) => message === 'client left before the answer'));
      expect(lastFlags()).toEqual([false]);
      expect(gateway.logged.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', undefined])('c3-82 answer 415 to %s', async (type) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {};
    const response = await gateway.ask('/v1/importruns', { method: 'POST', body: Buffer.from('{"bronId":"lrk"}'), headers });
    expect(response.status).toBe(415);
    expect(response.headers.get('accept')).toBe('application/json, multipart/form-data');
    expect(fetcher.asked).toEqual([]);
  });

  it('says 503 with a time when the fetcher does not answer', async () => {
    await fetcher.leave();
    const response = await gateway.postJson('/v1/importruns', { bronId: 'lrk' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ detail: 'De dienst "fetcher" antwoordt niet. Probeer het over een ogenblik opnieuw.' });
  });
});
