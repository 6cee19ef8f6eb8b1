import { gzipSync } from 'node:zlib';
import { CloseDelivery, deliveryExample, OpenDelivery, ReceiveRecords, ShowDelivery } from '@gids/contracts';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { deliverySchema } from './delivery.js';

const path = '/v1/importbronnen/duo-po/leveringen';
const one = `${path}/${deliveryExample.id}`;
const parts = `${one}/delen`;

let gateway: GatewayInTest;
let fetcher: StandInService;

beforeAll(async () => {
  gateway = await GatewayInTest.start();
});
afterAll(() => gateway.stop());
beforeEach(() => {
  fetcher = new StandInService(gateway.requests, 'fetcher')
    .replies(OpenDelivery, ({ id }) => ({ ...deliveryExample, id, parts: 0, records: 0 }))
    .replies(ReceiveRecords, () => deliveryExample)
    .replies(ShowDelivery, () => deliveryExample)
    .replies(CloseDelivery, () => ({ ...deliveryExample, runId: deliveryExample.id }));
});

const sendRaw = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = { 'content-type': 'application/json' }) => gateway.ask(parts, { method: 'POST', body, headers });
const detailOf = async (response: Response) => ((await response.json()) as { detail: string }).detail;

describe('records that are pushed over HTTP (R6)', () => {
  it('R6 are opened, sent in parts, and closed with their number: then there is a run', async () => {
    const opened = await gateway.postJson(path, {});
    expect(opened.status).toBe(201);
    const delivery = deliverySchema.parse(await opened.json());
    expect(opened.headers.get('location')).toBe(`${publicUrl}${path}/${delivery.id}`);
    const records = [{ VESTIGINGSCODE: '16AH00', INTERNETADRES: null }, { VESTIGINGSCODE: '16AH01', INTERNETADRES: '' }];
    expect((await gateway.postJson(parts, { nummer: 3, records })).status).toBe(200);
    const closed = await gateway.postJson(`${one}/afsluiting`, { verwachtAantal: 6_000 });
    expect(deliverySchema.parse(await closed.json())).toMatchObject({ runId: deliveryExample.id, _links: { run: { href: `${publicUrl}/v1/importruns/${deliveryExample.id}` } } });
    expect(fetcher.payloadsOf(ReceiveRecords)).toEqual([{ id: deliveryExample.id, sourceId: 'duo-po', part: 3, records }]);
    expect(fetcher.payloadsOf(CloseDelivery)).toEqual([{ id: deliveryExample.id, sourceId: 'duo-po', expectedRecords: 6_000 }]);
    expect(deliverySchema.parse(await (await gateway.ask(one)).json())).toMatchObject({ delen: 6, records: 6_000, runId: null });
  });

  it('c3-73 are refused unread where a part is too large, and where it has too many records or is too deep', async () => {
    const long = JSON.stringify({ nummer: 1, records: [{ NAAM: 'x'.repeat(1_100_000) }] });
    expect((await sendRaw(long)).status).toBe(413);
    expect((await gateway.postJson(parts, { nummer: 1, records: Array.from({ length: 1_001 }, () => ({ A: 'x' })) })).status).toBe(400);
    expect((await sendRaw(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).status).toBe(400);
    expect(fetcher.asked).toEqual([]);
  });

  it.each([
    ['{"nummer":1,"records":[{"A":"x"},]}', 'geen geldige JSON'],
    ['{"nummer":1', 'fout bij teken 12'],
    ['\uFEFF{"nummer":1,"records":[{"A":"x"}]}', 'JSON'],
    ['{"nummer":1,"records":[{"A":"\\ud800"}]}', 'opgeslagen'],
    ['{"nummer":1,"records":[{"A":"\\u0000"}]}', 'opgeslagen'],
    ['{"nummer":1,"records":[{"__proto__":{"x":"y"}}]}', '__proto__'],
  ])('c3-74 c3-75 c3-85 answer 400 to %s and say what is wrong', async (body, hint) => {
    const response = await sendRaw(body);
    expect(response.status).toBe(400);
    expect(await detailOf(response)).toContain(hint);
    expect(fetcher.asked).toEqual([]);
  });

  it('c3-74 answer 400 to what is no UTF-8', async () => {
    expect((await sendRaw(Buffer.from('{"nummer":1,"records":[{"A":"x"}]}', 'utf16le'))).status).toBe(400);
  });

  it.each([
    ['larger than any number', '1e400'],
    ['minus zero', '-0'],
    ['larger than a number is exact', '9007199254740993'],
    ['a boolean', 'true'],
    ['a list', '["x"]'],
    ['an object', '{"B":"x"}'],
    ['too long', `"${'x'.repeat(10_001)}"`],
  ])('c3-76 c3-78 answer 400 with its place to a value that is %s', async (_, value) => {
    const response = await sendRaw(`{"nummer":1,"records":[{"A":${value}}]}`);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld)).toEqual(['records/0/A']);
  });

  it.each([
    [{ nummer: '1', records: [] }, ['nummer', 'records']],
    [{ nummer: 0, records: [[]], onzin: 1 }, ['nummer', 'onzin', 'records/0']],
    [{ records: { A: 'x' } }, ['nummer', 'records']],
  ])('c3-76 c3-78 N5 answer 400 to %j', async (body, expected) => {
    const { fouten } = (await (await gateway.postJson(parts, body)).json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(expected);
  });

  it('c3-80 tell all that the fetcher finds wrong with a part, with its place', async () => {
    const errors = [{ field: 'records/6/ONZIN', code: 'onbekendeKolom', message: 'De bron heeft geen kolom "ONZIN".' }];
    fetcher.refuses(ReceiveRecords, { kind: 'invalid', code: 'ongeldigeInvoer', message: 'Van dit deel is niets opgeslagen.', errors });
    const response = await gateway.postJson(parts, { nummer: 1, records: [{ ONZIN: 'x' }] });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: 'records/6/ONZIN', code: 'onbekendeKolom' }] });
  });

  it('c3-79 c3-81 are refused as the fetcher refuses them', async () => {
    fetcher.refuses(ReceiveRecords, { kind: 'conflict', code: 'partDiffers', message: 'Deel 1 is al met andere records ontvangen.' });
    expect((await gateway.postJson(parts, { nummer: 1, records: [{ A: 'x' }] })).status).toBe(409);
    fetcher.refuses(OpenDelivery, { kind: 'notFound', code: 'unknownSource', message: 'Er is geen bron "duo-xx".' });
    expect((await gateway.postJson('/v1/importbronnen/duo-xx/leveringen', {})).status).toBe(404);
  });

  it.each([
    ['text/plain', '{"nummer":1,"records":[{"A":"x"}]}'],
    ['application/x-www-form-urlencoded', 'nummer=1'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('c3-82 answer 415 to %s', async (type, body) => {
    expect((await sendRaw(body, { 'content-type': type })).status).toBe(415);
  });

  it('c3-83 answer 415 to a compressed body, whole or broken, and stay alive', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    for (const body of [bomb, bomb.subarray(0, 50)]) {
      expect((await sendRaw(body, { 'content-type': 'application/json', 'content-encoding': 'gzip' })).status).toBe(415);
    }
    expect((await gateway.ask(one)).status).toBe(200);
  });
});
