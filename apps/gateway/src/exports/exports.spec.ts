import { ListImportRecords, ListRecordIds, type ImportRecordView } from '@gids/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const path = '/v1/organisatieimporten?importstatus=dubbelenGevonden&sort=-naam&page=7';

let gateway: GatewayInTest;
let publisher: StandInService;
let records: ImportRecordView[];

/** As many records as an import has, of which the tenth is not there any more when it is its turn. */
function recordsOf(count: number, different: Partial<ImportRecordView> = {}): ImportRecordView[] {
  return Array.from({ length: count }, (_, index) => ({ ...recordDetailExample, recordId: `B${index}`, id: count - index, ...different }));
}

beforeAll(async () => {
  gateway = await GatewayInTest.start({ clock: () => new Date('2026-11-26T23:30:00Z'), env: { GIDS_EXPORTS_PER_HOUR: '1000' } });
});
afterAll(() => gateway.stop());
beforeEach(() => {
  records = recordsOf(1_203);
  publisher = new StandInService(gateway.requests, 'publisher')
    .replies(ListRecordIds, () => ({ ids: records.map(({ id }) => id) }))
    // In another order than it was asked for: it is the exporter who keeps the order.
    .replies(ListImportRecords, ({ ids = [] }) => ({ items: records.filter(({ id }) => ids.includes(id)).toReversed(), total: ids.length }));
});

const ask = (accept: string) => gateway.ask(path, { headers: { accept } });

/** Reads RFC 4180 with semicolons, after its byte order mark (which `text()` takes away). */
async function csv(response: Response): Promise<Record<string, string>[]> {
  const fields = [...(await response.text()).matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g)];
  const values = fields.map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
  const width = fields.findIndex(([, , end]) => end === '\r\n') + 1;
  const names = values.slice(0, width);
  return Array.from({ length: values.length / width - 1 }, (_, row) => Object.fromEntries(names.map((name, column) => [name, values[(row + 1) * width + column] ?? ''])));
}

function sheetOf(bytes: ArrayBuffer): string {
  const parts = unzipSync(new Uint8Array(bytes));
  expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  return strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

describe('the export of a list (R80, R86)', () => {
  it('R80 is a CSV of exactly the filter in its order, whole, under the Dutch names of the seed', async () => {
    const response = await ask('text/csv');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="organisatie-importen-2026-11-26.csv"');
    const rows = await csv(response);
    expect(rows.map(({ BronID }) => BronID)).toEqual(records.map(({ recordId }) => recordId));
    expect(Object.keys(rows[0] ?? {}).slice(0, 8)).toEqual([
      'BronID', 'GidsID', 'Organisatie- of productnaam', 'Laatste import status', 'Statustoelichting', 'Publicatieactie', 'Gekoppelde G!ds organisatieID', 'Import toelichting',
    ]);
    expect(rows[0]).toMatchObject({ 'Laatste import status': 'Dubbelen gevonden', Publicatieactie: 'Zichtbaar maken na succesvolle import', Zichtbaar: 'nee', GidsID: '884213' });
    expect(publisher.payloadsOf(ListRecordIds)).toEqual([{ statuses: ['DUPLICATES_FOUND'], sort: [{ field: 'name', descending: true }] }]);
    expect(publisher.payloadsOf(ListImportRecords).map(({ ids }) => ids?.length)).toEqual([500, 500, 203]);
  });

  it('R80 is a workbook with the same rows where that is asked for', async () => {
    const response = await ask(xlsx);
    expect(response.headers.get('content-type')).toBe(xlsx);
    expect(response.headers.get('content-disposition')).toContain('.xlsx');
    const sheet = sheetOf(await response.arrayBuffer());
    expect(sheet.match(/<row>/g)).toHaveLength(records.length + 1);
    expect([...sheet.matchAll(/>(B\d+)</g)].map(([, id]) => id)).toEqual(records.map(({ recordId }) => recordId));
    expect(sheet).toContain('<c><v>884213</v></c>');
  });

  it('R80 of a search with a body is the same file', async () => {
    const response = await gateway.postJson('/v1/organisatieimporten/_zoek', { importstatus: ['succes'] }, { accept: 'text/csv' });
    expect(await csv(response)).toHaveLength(records.length);
  });

  it.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
    ['+31201234567', "'+31201234567"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['a;b "c"\r\nd', 'a;b "c"\r\nd'],
    ['De = Regenboog', 'De = Regenboog'],
    ['<script>&', '<script>&'],
  ])('RELIABILITY c1-48 writes «%s» so that no spreadsheet runs it', async (name, written) => {
    records = recordsOf(1, { name });
    const [row] = await csv(await ask('text/csv'));
    expect(row?.['Organisatie- of productnaam']).toBe(written);
    const cell = /<t xml:space="preserve">([^<]*)<\/t>/g;
    const texts = [...sheetOf(await (await ask(xlsx)).arrayBuffer()).matchAll(cell)].map(([, text]) => text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
    expect(texts).toContain(written);
  });

  it('has its header alone where the filter means nothing', async () => {
    records = [];
    expect((await (await ask('text/csv')).text()).trim().split('\r\n')).toHaveLength(1);
    expect(sheetOf(await (await ask(xlsx)).arrayBuffer()).match(/<row>/g)).toHaveLength(1);
  });

  it('leaves out what is gone when it is its turn', async () => {
    publisher.replies(ListRecordIds, () => ({ ids: [1, 999_999, 2] }));
    expect(await csv(await ask('text/csv'))).toHaveLength(2);
  });

  it('is a problem where it is refused at once', async () => {
    publisher.refuses(ListRecordIds, { kind: 'forbidden', code: 'noImportRight', message: 'U hebt geen importrecht.' });
    const response = await ask('text/csv');
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is cut where it breaks off, so that nobody takes it for whole', async () => {
    let asked = 0;
    publisher.replies(ListImportRecords, ({ ids = [] }) => {
      if ((asked += 1) > 1) throw new Error('The database is away');
      return { items: records.filter(({ id }) => ids.includes(id)), total: ids.length };
    });
    const response = await ask('text/csv');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(gateway.logged).toContainEqual(expect.objectContaining({ level: 'error', message: 'export broke off' }));
  });
});
