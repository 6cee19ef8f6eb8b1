import { ListDuplicateReports, ReportDuplicate } from '@gids/contracts';
import { duplicateReportSchema } from '../api/duplicate-report.js';
import { duplicateReportExample } from '../api/report-examples.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/dubbelmeldingen';
const by = 'opdrachtregel';
const judged = { ...duplicateReportExample, judgedAt: '2026-08-05T08:00:00.000Z', judgedBy: 'k.smit', judgement: 'gekoppeld' };

describe('reported problems over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ReportDuplicate, ({ remark, by: reporter }) => ({ ...duplicateReportExample, remark, by: reporter }))
      .replies(ListDuplicateReports, () => ({ items: [judged], total: 3 }));
  });

  it('R77 are taken in the name of who asks', async () => {
    const response = await gateway.postJson(path, { gidsId: 884_213, opmerking: 'Staat er al.\nZie G!DS 102938.' });
    expect(response.status).toBe(201);
    expect(duplicateReportSchema.parse(await response.json())).toMatchObject({
      ...{ gidsId: 884_213, opmerking: 'Staat er al.\nZie G!DS 102938.', gemeldDoor: by, uitkomst: null },
      _links: { organisatie: { href: `${publicUrl}/v1/gids-organisaties/884213` } },
    });
    expect(publisher.payloadsOf(ReportDuplicate)).toEqual([{ gidsId: 884_213, remark: 'Staat er al.\nZie G!DS 102938.', by }]);
  });

  it('R77 are listed with their outcome', async () => {
    const page = pageSchema(duplicateReportSchema).parse(await (await gateway.ask(`${path}?importId=duo&pageSize=1&count=true`)).json());
    expect(page).toMatchObject({ totaal: 3, nextPage: 2, _embedded: { item: [{ beoordeeldDoor: 'k.smit', uitkomst: 'gekoppeld' }] } });
    expect(publisher.payloadsOf(ListDuplicateReports)).toEqual([{ importId: 'duo', page: 1, pageSize: 1 }]);
  });

  it.each([['notFound', 404], ['conflict', 409], ['forbidden', 403]] as const)('R77 pass on a refusal: %s is %i', async (kind, status) => {
    publisher.refuses(ReportDuplicate, { kind, code: 'eigenCode', message: 'Dat kan niet.' });
    const response = await gateway.postJson(path, { gidsId: 5, opmerking: 'x' });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: 'Dat kan niet.' });
  });

  it.each([
    ['nothing', {}, ['gidsId', 'opmerking']],
    ['a blank remark', { gidsId: 5, opmerking: ' \n ' }, ['opmerking']],
    ['too long a remark', { gidsId: 5, opmerking: 'x'.repeat(2_001) }, ['opmerking']],
    ['text for an id', { gidsId: '5', opmerking: 'x' }, ['gidsId']],
  ])('N5 answer 400 to %s', async (_, body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });

  it('R77 are for who is signed in', async () => {
    expect((await gateway.askAsStranger(path)).status).toBe(401);
    expect(publisher.asked).toEqual([]);
  });
});
