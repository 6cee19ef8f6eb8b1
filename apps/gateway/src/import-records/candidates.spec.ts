import { duplicateExample, JudgeDuplicate, ShowImportRecord } from '@gids/contracts';
import { candidatesSchema } from '../api/duplicate.js';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/organisatieimporten/1042';

describe('candidates of an import record over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;
  let deduplicator: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(ShowImportRecord, () => recordDetailExample);
    deduplicator = new StandInService(gateway.requests, 'deduplicator').replies(JudgeDuplicate, ({ verdict }) => ({
      duplicates: [{ ...duplicateExample, verdict, counts: verdict !== 'NOT_DUPLICATE' }],
    }));
  });

  it('R44 R49 are shown with class, score, reasons and verdict', async () => {
    const candidates = candidatesSchema.parse(await (await gateway.ask(`${path}/kandidaten`)).json());
    expect(candidates).toEqual({
      _embedded: {
        item: [
          {
            gidsId: 102_938,
            naam: "OBS 't Eenspan",
            plaats: 'Emmen',
            zichtbaar: true,
            gevondenOp: ['adres'],
            klasse: 'waarschijnlijk',
            score: 14.5,
            telt: true,
            oordeel: null,
            redenen: ['Zelfde adres (7822HG 58)'],
          },
        ],
      },
      _links: { self: { href: `${publicUrl}${path}/kandidaten` }, organisatieimport: { href: `${publicUrl}${path}` } },
    });
  });

  it.each([
    ['geenDubbele', { verdict: 'NOT_DUPLICATE' }, { oordeel: 'geenDubbele', telt: false }],
    ['dubbele', { verdict: 'DUPLICATE' }, { oordeel: 'dubbele', telt: true }],
    [null, {}, { oordeel: null, telt: true }],
  ])('R46 R49 are judged %s by a person', async (oordeel, order, shown) => {
    const response = await gateway.postJson(`${path}/beoordelingen`, { kandidaatId: 102_938, oordeel });
    expect(response.status).toBe(200);
    expect(candidatesSchema.parse(await response.json())._embedded.item).toMatchObject([shown]);
    expect(deduplicator.payloadsOf(JudgeDuplicate)).toEqual([
      { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00', gidsId: 102_938, ...order, by: 'opdrachtregel' },
    ]);
  });

  it('answer 404 to a record that is not there, and ask the deduplicator nothing', async () => {
    publisher.refuses(ShowImportRecord, { kind: 'notFound', code: 'unknownRecord', message: 'Deze organisatie-import bestaat niet.' });
    expect((await gateway.ask(`${path}/kandidaten`)).status).toBe(404);
    expect((await gateway.postJson(`${path}/beoordelingen`, { kandidaatId: 1, oordeel: null })).status).toBe(404);
    expect(deduplicator.asked).toEqual([]);
  });

  it.each([
    ['notFound', 404],
    ['conflict', 409],
  ] as const)('answer as the deduplicator does: %s is %i', async (kind, status) => {
    deduplicator.refuses(JudgeDuplicate, { kind, code: 'unknownPair', message: 'G!DS 5 is geen kandidaat.' });
    const response = await gateway.postJson(`${path}/beoordelingen`, { kandidaatId: 5, oordeel: 'dubbele' });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: 'G!DS 5 is geen kandidaat.' });
  });

  it.each([
    [{}, ['kandidaatId', 'oordeel']],
    [{ kandidaatId: '102938', oordeel: 'misschien' }, ['kandidaatId', 'oordeel']],
    [{ kandidaatId: 1, oordeel: null, door: 'iemand' }, ['door']],
  ])('N5 answer 400 to %j', async (body, fields) => {
    const response = await gateway.postJson(`${path}/beoordelingen`, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });
});
