import { bulkChangeExample, BulkProgressed, ListBulkChanges, ListBulkItems, ShowBulkChange, StartBulkChange, UndoBulkChange } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { pageSchema } from '../api/page.js';
import { EventStreamReader } from '../testing/event-stream.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { bulkChangeSchema, bulkItemExample, bulkItemSchema } from './bulk-change.js';

const path = '/v1/bulkwijzigingen';
const one = `${path}/${bulkChangeExample.id}`;
const hide = { publicatieactie: 'nietZichtbaar' };

let gateway: GatewayInTest;
let publisher: StandInService;

beforeAll(async () => {
  gateway = await GatewayInTest.start();
});
afterAll(() => gateway.stop());
beforeEach(() => {
  publisher = new StandInService(gateway.requests, 'publisher')
    .replies(StartBulkChange, () => ({ ...bulkChangeExample, state: 'WAITING' as const, changed: 0, unchanged: 0, refused: 0 }))
    .replies(UndoBulkChange, ({ id }) => ({ ...bulkChangeExample, id: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739aa', undoes: id, state: 'WAITING' as const }))
    .replies(ShowBulkChange, () => bulkChangeExample)
    .replies(ListBulkChanges, () => ({ items: [bulkChangeExample], total: 1 }))
    .replies(ListBulkItems, () => ({ items: [bulkItemExample, { recordId: 7 }], total: 2 }));
});

describe('bulk changes over HTTP (R86)', () => {
  it('R86 start with a filter and the number that the person saw, and are accepted with an address to follow', async () => {
    const response = await gateway.postJson(path, { filter: { import: 'duo', importstatus: ['dubbelenGevonden'], search: 'de *' }, verwachtAantal: 342, wijziging: hide });
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`${publicUrl}${one}`);
    expect(bulkChangeSchema.parse(await response.json())).toMatchObject({ status: 'wacht', wijziging: hide, totaal: 342 });
    expect(publisher.payloadsOf(StartBulkChange)).toEqual([
      {
        filter: { importId: 'duo', statuses: ['DUPLICATES_FOUND'], search: 'de *' },
        expectedCount: 342,
        order: { kind: 'ACTION', publicationAction: 'DO_NOT_SHOW' },
        by: 'opdrachtregel',
      },
    ]);
  });

  it('R86 start with a selection, and with a note', async () => {
    await gateway.postJson(path, { ids: ['7', '8'], verwachtAantal: 2, wijziging: { importToelichting: 'Afgesproken.\nMet de koepel.' } });
    expect(publisher.payloadsOf(StartBulkChange)).toMatchObject([{ filter: { ids: [7, 8] }, order: { kind: 'NOTE', note: 'Afgesproken.\nMet de koepel.' } }]);
  });

  it('R86 answer 409 with the number that it is now', async () => {
    publisher.refuses(StartBulkChange, { kind: 'conflict', code: 'otherNumber', message: 'Deze voorwaarden gelden nu voor 341 records, en niet voor 342.' });
    const response = await gateway.postJson(path, { filter: {}, verwachtAantal: 342, wijziging: hide });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('341') as string });
  });

  it.each([
    [{}, ['verwachtAantal', 'wijziging']],
    [{ filter: {}, ids: ['7'], verwachtAantal: 1, wijziging: hide }, ['filter']],
    [{ filter: {}, verwachtAantal: 0, wijziging: hide }, ['verwachtAantal']],
    [{ filter: {}, verwachtAantal: '1', wijziging: { ...hide, importToelichting: 'x' } }, ['verwachtAantal', 'wijziging']],
    [{ filter: {}, verwachtAantal: 1, wijziging: {} }, ['wijziging']],
    [{ filter: { onzin: 1 }, verwachtAantal: 1, wijziging: { publicatieactie: 'weg' } }, ['filter/onzin', 'wijziging/publicatieactie']],
    [{ ids: [], verwachtAantal: 1, wijziging: hide }, ['ids']],
  ])('c3-78 N5 answer 400 to %j', async (body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect([...new Set(fouten.map(({ veld }) => veld))].sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });

  it('R86 are listed, and shown with what became of each record', async () => {
    expect(pageSchema(bulkChangeSchema).parse(await (await gateway.ask(`${path}?import=duo&count=true`)).json())).toMatchObject({ totaal: 1, _embedded: { item: [{ status: 'klaarMetFouten', geweigerd: 12 }] } });
    const items = pageSchema(bulkItemSchema).parse(await (await gateway.ask(`${one}/regels?uitkomst=geweigerd,gewijzigd`)).json());
    expect(items._embedded.item).toMatchObject([{ bronId: '16AH00', uitkomst: 'geweigerd', reden: bulkItemExample.message }, { organisatieimportId: '7', bronId: null, uitkomst: null }]);
    expect(publisher.payloadsOf(ListBulkItems)).toEqual([{ id: bulkChangeExample.id, outcomes: ['REFUSED', 'CHANGED'], page: 1, pageSize: 100 }]);
  });

  it('R86 are undone by a bulk change of their own, and say so afterwards', async () => {
    const response = await gateway.ask(`${one}/terugdraaiing`, { method: 'POST' });
    expect(response.status).toBe(202);
    expect(bulkChangeSchema.parse(await response.json())).toMatchObject({ terugdraaiingVan: bulkChangeExample.id });
    publisher.replies(ShowBulkChange, () => ({ ...bulkChangeExample, undoneBy: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739aa' }));
    expect(await (await gateway.ask(one)).json()).toMatchObject({ status: 'ongedaanGemaakt', teruggedraaidDoor: '019a9f3e-7a10-7cc3-98c4-dc0c0c0739aa' });
  });

  it('answer 404 and 400 to what is not there and what is no id', async () => {
    publisher.refuses(ShowBulkChange, { kind: 'notFound', code: 'notFound', message: 'Er is geen bulkwijziging.' });
    expect((await gateway.ask(one)).status).toBe(404);
    expect((await gateway.ask(`${path}/7`)).status).toBe(400);
  });

  it('SCREENS 5.6 tell those who watch how far they are', async () => {
    const stream = new EventStreamReader(await gateway.ask('/v1/gebeurtenissen', { headers: { 'last-event-id': '0' } }));
    await gateway.publish(BulkProgressed, BulkProgressed.example, '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f');
    await eventually(() => stream.events.length, { within: 30_000, until: (count) => count > 0 });
    expect(stream.events[0]).toMatchObject({
      event: 'bulk.voortgang',
      data: { bulkwijzigingId: BulkProgressed.example.bulkId, imports: ['duo'], status: 'bezig', totaal: 342, gewijzigd: 98, ongewijzigd: 0, geweigerd: 2 },
    });
    await stream.cancel();
  });
});
