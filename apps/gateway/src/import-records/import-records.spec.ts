import { ListImportRecords, ShowImportRecord, ShowRecordHistory } from '@gids/contracts';
import { recordDetailExample } from '../api/examples.js';
import { importRecordDetailSchema, importRecordSchema } from '../api/import-record.js';
import { pageSchema } from '../api/page.js';
import { historyEntrySchema } from '../api/record-history.js';
import { historyEntryExample } from '../api/review-examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

describe('import records over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ListImportRecords, () => ({ items: [recordDetailExample], total: 342 }))
      .replies(ShowImportRecord, ({ id }) => ({ ...recordDetailExample, id }))
      .replies(ShowRecordHistory, () => ({ items: [historyEntryExample], total: 1 }));
  });

  it('R85 R88 are listed by status, action, name and the rest, in the order that is asked for', async () => {
    const query = new URLSearchParams({
      importstatus: 'dubbelenGevonden,succes',
      publicatieactie: 'zichtbaarNaSucces',
      naam: "'t Één",
      bronId: '00AB|C1',
      bron: 'duo-po',
      import: 'duo',
      gidsId: '884213,884214',
      soort: 'organisatie,product',
      zichtbaar: 'false',
      gekoppeld: 'true',
      metToelichting: 'false',
      nietMeerInBron: 'true',
      beoordeling: 'teBeoordelen',
      dubbelreden: 'naam,adres',
      foutcode: 'unknownValue,required',
      runId: recordDetailExample.lastRunId,
      gewijzigdVanaf: '2026-11-22T08:00:00+02:00',
      search: 'De*',
      sort: '-naam,importstatus',
      count: 'true',
    });
    const response = await gateway.ask(`/v1/organisatieimporten?${query.toString()}`);
    expect(response.status).toBe(200);
    const page = pageSchema(importRecordSchema).parse(await response.json());
    expect(page).toMatchObject({ currentPage: 1, pageSize: 100, nextPage: 2, totaal: 342, _embedded: { item: [{ id: '1042', bronId: '16AH00' }] } });
    expect(page._links.next?.href).toBe(`${publicUrl}/v1/organisatieimporten?${query.toString()}&page=2`);
    expect(publisher.payloadsOf(ListImportRecords)).toEqual([
      {
        page: 1,
        pageSize: 100,
        importId: 'duo',
        sourceId: 'duo-po',
        recordIds: ['00AB|C1'],
        gidsIds: [884_213, 884_214],
        types: ['ORGANISATION', 'PRODUCT'],
        statuses: ['DUPLICATES_FOUND', 'SUCCESS'],
        publicationActions: ['SHOW_ON_SUCCESS'],
        name: "'t Één",
        search: 'De*',
        visible: false,
        linked: true,
        noted: false,
        missingAtSource: true,
        judgement: 'OPEN',
        matchGrounds: ['NAME', 'ADDRESS'],
        issueCodes: ['unknownValue', 'required'],
        runId: recordDetailExample.lastRunId,
        changedFrom: '2026-11-22T06:00:00.000Z',
        count: true,
        sort: [{ field: 'name', descending: true }, { field: 'status', descending: false }],
      },
    ]);
  });

  it('are listed whole without any filter, without a total', async () => {
    const page = pageSchema(importRecordSchema).parse(await (await gateway.ask('/v1/organisatieimporten')).json());
    expect(page.totaal).toBeUndefined();
    expect(publisher.payloadsOf(ListImportRecords)).toEqual([{ page: 1, pageSize: 100, count: false, sort: [] }]);
  });

  it('R86 are searched with long lists in a body', async () => {
    const bronId = Array.from({ length: 1_000 }, (_, index) => `bron,${index}`);
    const body = { ids: ['7', '8'], bronId, gidsId: [884_213], importstatus: ['succes'], zichtbaar: true, sort: ['-aantalDubbelen'] };
    const response = await gateway.postJson('/v1/organisatieimporten/_zoek?page=2&pageSize=20&count=true', body);
    expect(response.status).toBe(200);
    expect(pageSchema(importRecordSchema).parse(await response.json())).toMatchObject({ currentPage: 2, totaal: 342 });
    expect(publisher.payloadsOf(ListImportRecords)).toEqual([
      { ids: [7, 8], recordIds: bronId, gidsIds: [884_213], statuses: ['SUCCESS'], visible: true, sort: [{ field: 'duplicateCount', descending: true }], page: 2, pageSize: 20, count: true },
    ]);
  });

  it.each([
    [{ bronId: [] }, ['bronId']],
    [{ bronId: 'los' }, ['bronId']],
    [{ ids: [7] }, ['ids/0']],
    [{ zichtbaar: 'true', onzin: 1 }, ['onzin', 'zichtbaar']],
    [{ sort: ['password'], gewijzigdVanaf: 'gisteren' }, ['gewijzigdVanaf', 'sort/0']],
    [[], ['']],
  ])('c3-78 N5 answer 400 to a search with %j', async (body, fields) => {
    const response = await gateway.postJson('/v1/organisatieimporten/_zoek', body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });

  it('are listed with the fields that are asked for', async () => {
    const { _embedded } = (await (await gateway.ask('/v1/organisatieimporten?fields=naam,importstatus')).json()) as { _embedded: { item: object[] } };
    expect(Object.keys(_embedded.item[0] ?? {}).sort()).toEqual(['_links', 'id', 'importstatus', 'naam']);
    expect((await gateway.ask('/v1/organisatieimporten?fields=wachtwoord')).status).toBe(400);
  });

  it('are shown with everything behind them', async () => {
    const response = await gateway.ask('/v1/organisatieimporten/1042');
    expect(importRecordDetailSchema.parse(await response.json())).toMatchObject({ id: '1042', laatsteRunId: recordDetailExample.lastRunId });
  });

  it('are shown with the version that the next write tells', async () => {
    expect((await gateway.ask('/v1/organisatieimporten/1042')).headers.get('etag')).toBe('"3"');
  });

  it('R99 have a history that says who or which run did what, why and when', async () => {
    const response = await gateway.ask('/v1/organisatieimporten/1042/geschiedenis?page=2&pageSize=20&sort=-tijdstip');
    const page = pageSchema(historyEntrySchema).parse(await response.json());
    expect(page._embedded.item).toEqual([
      {
        tijdstip: '2026-08-04T06:00:20.000Z',
        soort: 'zichtbaarheid',
        omschrijving: 'Niet meer zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
        door: null,
        runId: recordDetailExample.lastRunId,
        runNummer: 7,
        _links: { run: { href: `${publicUrl}/v1/importruns/${recordDetailExample.lastRunId}` } },
      },
    ]);
    expect(publisher.payloadsOf(ShowRecordHistory)).toEqual([{ id: 1_042, page: 2, pageSize: 20 }]);
  });

  it('answer 404 to the history of a record that is not there', async () => {
    publisher.refuses(ShowRecordHistory, { kind: 'notFound', code: 'unknownRecord', message: 'Deze organisatie-import bestaat niet.' });
    expect((await gateway.ask('/v1/organisatieimporten/7/geschiedenis')).status).toBe(404);
    expect((await gateway.ask('/v1/organisatieimporten/7/geschiedenis?sort=tijdstip')).status).toBe(400);
  });

  it.each([
    ['pageSize=1000000', ['pageSize']],
    ['limit=1000000', ['limit']],
    ['sort=password', ['sort']],
    ['soort=gebouw', ['soort']],
    ['sort=naam,-naam,bronId,importstatus', ['sort']],
    ['filter%5B$ne%5D=1', ['filter[$ne]']],
    ['naam=%00', ['naam']],
    ['naam=', ['naam']],
    ['gewijzigdVanaf=gisteren&foutcode=a-b&runId=7&beoordeling=ja', ['gewijzigdVanaf', 'foutcode', 'runId', 'beoordeling']],
    [`naam=${'x'.repeat(8_000)}`, ['naam']],
    ['page=1&page=2', ['page']],
    ['__proto__=1&constructor=2', ['__proto__', 'constructor']],
    ['page=1.5&zichtbaar=ja&importstatus=succes,onzin&gidsId=-1', ['page', 'zichtbaar', 'importstatus', 'gidsId']],
  ])('c3-84 N5 answer 400 to ?%s', async (query, fields) => {
    const response = await gateway.ask(`/v1/organisatieimporten?${query}`);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string; melding: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual([...fields].sort());
    expect(publisher.asked).toEqual([]);
  });

  it.each(['0', '-1', 'abc', '1e3', '99999999999', '1%00'])('answer 400 to the id %s', async (id) => {
    const response = await gateway.ask(`/v1/organisatieimporten/${id}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: 'id' }] });
  });
});
