import { DecideHeldRun, ListStagedRows, type RunView, type StagedRowView } from '@gids/contracts';
import { runExample } from '../api/examples.js';
import { importRunSchema } from '../api/import-run.js';
import { pageSchema } from '../api/page.js';
import { stagedRowExample } from '../api/review-examples.js';
import { stagedRowSchema } from '../api/staged-row.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = `/v1/importruns/${runExample.id}`;
const by = 'opdrachtregel';
const rejectedRow: StagedRowView = { outcome: 'rejected', line: 118, wouldBeHidden: false, message: 'Regel 118: BronID ontbreekt.' };

describe('held runs over HTTP', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    fetcher = new StandInService(gateway.requests, 'fetcher')
      .replies(DecideHeldRun, ({ decision, reason, by: who }): RunView => {
        return { ...runExample, state: 'RUNNING', decision: { decision, reason, by: who, at: '2026-08-04T07:00:00.000Z' } };
      })
      .replies(ListStagedRows, () => ({ items: [stagedRowExample, rejectedRow], total: 1_482 }));
  });

  it.each([
    ['toestaan', 'APPLY'],
    ['toestaanZonderVerwijderen', 'APPLY_WITHOUT_REMOVALS'],
    ['weigeren', 'REFUSE'],
  ])('R8 are decided by a person with a reason: %s', async (besluit, decision) => {
    const response = await gateway.postJson(`${path}/besluiten`, { besluit, reden: ' Nagevraagd bij DUO \n' });
    expect(response.status).toBe(200);
    expect(importRunSchema.parse(await response.json()).besluit).toMatchObject({ besluit, reden: 'Nagevraagd bij DUO', door: by });
    expect(fetcher.payloadsOf(DecideHeldRun)).toEqual([{ runId: runExample.id, decision, reason: 'Nagevraagd bij DUO', by }]);
  });

  it('R8 show exactly which records they would touch', async () => {
    const response = await gateway.ask(`${path}/regels?uitkomst=verdwenen,afgekeurd&page=2&pageSize=20&count=true`);
    const page = pageSchema(stagedRowSchema).parse(await response.json());
    expect(page).toMatchObject({ currentPage: 2, nextPage: 3, totaal: 1_482 });
    expect(page._embedded.item).toEqual([
      { uitkomst: 'verdwenen', bronId: '11UF00', naam: 'De Vlinder', regel: null, hernummerdNaar: null, wordtVerborgen: true, melding: null },
      { uitkomst: 'afgekeurd', bronId: null, naam: null, regel: 118, hernummerdNaar: null, wordtVerborgen: false, melding: 'Regel 118: BronID ontbreekt.' },
    ]);
    expect(fetcher.payloadsOf(ListStagedRows)).toEqual([{ runId: runExample.id, outcomes: ['vanished', 'rejected'], page: 2, pageSize: 20 }]);
  });

  it.each([
    ['notFound', 404, 'Deze run bestaat niet.'],
    ['conflict', 409, 'Deze run wacht niet op akkoord.'],
  ] as const)('pass on a refusal of the fetcher: %s is %i', async (kind, status, message) => {
    fetcher.refuses(DecideHeldRun, { kind, code: 'eigenCode', message });
    const response = await gateway.postJson(`${path}/besluiten`, { besluit: 'weigeren', reden: 'Nee' });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ detail: message });
  });

  it.each([
    [{}, ['besluit', 'reden']],
    [{ besluit: 'misschien', reden: '   ' }, ['besluit', 'reden']],
    [{ besluit: 'toestaan', reden: 'x'.repeat(1_001) }, ['reden']],
    [{ besluit: 'toestaan', reden: 'Ja', door: 'iemand anders' }, ['door']],
  ])('N5 answer 400 to %j', async (body, fields) => {
    const response = await gateway.postJson(`${path}/besluiten`, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(fetcher.asked).toEqual([]);
  });

  it.each(['regels?uitkomst=ongewijzigd', 'regels?foutcode=x', 'regels?page=0'])('answer 400 to %s', async (query) => {
    expect((await gateway.ask(`${path}/${query}`)).status).toBe(400);
    expect((await gateway.ask('/v1/importruns/7/regels')).status).toBe(400);
    expect(fetcher.asked).toEqual([]);
  });
});
