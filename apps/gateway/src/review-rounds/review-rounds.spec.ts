import { AcceptRenumbering, CloseReviewRound, JudgeReviewItem, ListReviewItems, ShowReviewRound, type ReviewItem } from '@gids/contracts';
import { recordDetailExample } from '../api/examples.js';
import { pageSchema } from '../api/page.js';
import { reviewItemExample, reviewRoundExample } from '../api/review-examples.js';
import { reviewItemSchema, reviewRoundSchema } from '../api/review.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/imports/duo/controleronde';
const by = 'opdrachtregel';
const renumbered: ReviewItem = { ...reviewItemExample, reason: 'RENUMBERED', successorId: 2_000 };
const judged = { judgedAt: '2026-08-04T08:00:00.000Z', judgedBy: by };

describe('review rounds over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ShowReviewRound, () => reviewRoundExample)
      .replies(ListReviewItems, () => ({ items: [renumbered], total: 214 }))
      .replies(JudgeReviewItem, ({ judgement }) => ({ ...reviewItemExample, ...judged, judgement }))
      .replies(AcceptRenumbering, () => ({ ...recordDetailExample, recordId: '16AH01' }))
      .replies(CloseReviewRound, ({ roundId }) => ({ ...reviewRoundExample, id: roundId, closedAt: judged.judgedAt, closedBy: by }));
  });

  it('R81 show how far one is', async () => {
    expect(reviewRoundSchema.parse(await (await gateway.ask(path)).json())).toMatchObject({
      id: 3,
      import: 'duo',
      totaal: 342,
      beoordeeld: 128,
      geslotenOp: null,
      _links: { items: { href: `${publicUrl}${path}/items` } },
    });
    expect(publisher.payloadsOf(ShowReviewRound)).toEqual([{ importId: 'duo' }]);
  });

  it('R81 list what is to be judged, by reason', async () => {
    const response = await gateway.ask(`${path}/items?reden=hernummerd,mogelijkeDubbele&beoordeeld=false&pageSize=50&count=true`);
    const page = pageSchema(reviewItemSchema).parse(await response.json());
    expect(page).toMatchObject({
      nextPage: 2,
      totaal: 214,
      _embedded: { item: [{ id: 12, organisatieimportId: '1042', reden: 'hernummerd', opvolgerId: '2000', beoordeeldOp: null, oordeel: null }] },
    });
    expect(page._embedded.item[0]?._links.opvolger?.href).toBe(`${publicUrl}/v1/organisatieimporten/2000`);
    expect(publisher.payloadsOf(ListReviewItems)).toEqual([
      { importId: 'duo', reasons: ['RENUMBERED', 'POSSIBLE_DUPLICATE'], judged: false, page: 1, pageSize: 50 },
    ]);
  });

  it.each([
    [{ oordeel: 'niets veranderen' }, 'niets veranderen'],
    [{}, ''],
  ])('R51 A33 take the judgement of a person: %j', async (body, judgement) => {
    const response = await gateway.postJson('/v1/controleronde-items/12/oordelen', body);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: 12, oordeel: judgement, beoordeeldDoor: by });
    expect(publisher.payloadsOf(JudgeReviewItem)).toEqual([{ itemId: 12, judgement, by }]);
  });

  it('take it that a record was renumbered', async () => {
    const response = await gateway.ask('/v1/controleronde-items/12/hernummering', { method: 'POST' });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"3"');
    expect(await response.json()).toMatchObject({ bronId: '16AH01', gidsId: 884_213 });
    expect(publisher.payloadsOf(AcceptRenumbering)).toEqual([{ itemId: 12, by }]);
  });

  it('R81 are closed', async () => {
    const response = await gateway.ask('/v1/controleronden/3/sluitingen', { method: 'POST' });
    expect(await response.json()).toMatchObject({ id: 3, geslotenOp: judged.judgedAt, geslotenDoor: by });
    expect(publisher.payloadsOf(CloseReviewRound)).toEqual([{ roundId: 3, by }]);
  });

  it.each([
    ['POST', '/v1/controleronde-items/12/oordelen', JudgeReviewItem, {}],
    ['POST', '/v1/controleronde-items/12/hernummering', AcceptRenumbering, undefined],
    ['POST', '/v1/controleronden/3/sluitingen', CloseReviewRound, undefined],
    ['GET', path, ShowReviewRound, undefined],
  ] as const)('pass on a refusal of %s %s', async (method, address, definition, body) => {
    for (const [kind, status] of [['notFound', 404], ['conflict', 409]] as const) {
      publisher.refuses(definition, { kind, code: 'eigenCode', message: 'Er zijn nog 214 items te beoordelen.' });
      const response = await gateway.sendJson(method, address, body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ detail: 'Er zijn nog 214 items te beoordelen.' });
    }
  });

  it.each([
    ['GET', `${path}/items?reden=saai&beoordeeld=ja`, undefined, ['beoordeeld', 'reden']],
    ['GET', '/v1/imports/a%20b/controleronde', undefined, ['importId']],
    ['POST', '/v1/controleronde-items/x/oordelen', { oordeel: 5 }, ['id', 'oordeel']],
    ['POST', '/v1/controleronde-items/12/oordelen', { oordeel: 'x'.repeat(1_001) }, ['oordeel']],
    ['POST', '/v1/controleronden/0/sluitingen', undefined, ['id']],
  ])('N5 answer 400: %s %s', async (method, address, body, fields) => {
    const response = await gateway.sendJson(method, address, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });
});
