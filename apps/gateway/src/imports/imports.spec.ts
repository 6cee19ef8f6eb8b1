import { ChangeDuplicatePolicy, CleanUpImport, ShowDuplicatePolicy } from '@gids/contracts';
import { duplicatePolicySchema } from '../api/duplicate-policy.js';
import { duplicatePolicyExample } from '../api/review-examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const policyPath = '/v1/imports/duo/dubbelbeleid';
const cleanUpPath = '/v1/imports/lrk/opschoningen';
const by = 'opdrachtregel';

describe('imports over HTTP', () => {
  let gateway: GatewayInTest;
  let deduplicator: StandInService;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    deduplicator = new StandInService(gateway.requests, 'deduplicator')
      .replies(ShowDuplicatePolicy, () => duplicatePolicyExample)
      .replies(ChangeDuplicatePolicy, () => ({ changed: 281 }));
    publisher = new StandInService(gateway.requests, 'publisher').replies(CleanUpImport, () => ({ organisations: 31_800, products: 12 }));
  });

  it('A5 show the duplicate policy with what each policy would give', async () => {
    const policy = duplicatePolicySchema.parse(await (await gateway.ask(policyPath)).json());
    expect(policy).toMatchObject({
      beleid: 'letterlijk',
      gemarkeerd: { letterlijk: 342, verfijnd: 61 },
      paren: { identiek: 40, waarschijnlijk: 21, mogelijk: 0, zelfdePand: 0, zelfdeNaamElders: 281 },
    });
    expect(deduplicator.payloadsOf(ShowDuplicatePolicy)).toEqual([{ importId: 'duo' }]);
  });

  it('A5 switch the duplicate policy', async () => {
    const response = await gateway.sendJson('PUT', policyPath, { beleid: 'verfijnd' });
    expect(await response.json()).toEqual({ beleid: 'verfijnd', gewijzigd: 281 });
    expect(deduplicator.payloadsOf(ChangeDuplicatePolicy)).toEqual([{ importId: 'duo', policy: 'GRADED', by }]);
  });

  it.each([
    ['verbergen', 'HIDE'],
    ['verwijderen', 'DELETE'],
  ])('R97 are cleaned up by %s, as one guarded act', async (wijze, mode) => {
    const response = await gateway.postJson(cleanUpPath, { wijze, verwachtAantal: 31_800 });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ organisaties: 31_800, producten: 12 });
    expect(publisher.payloadsOf(CleanUpImport)).toEqual([{ importId: 'lrk', mode, expectedOrganisations: 31_800, by }]);
  });

  it('R97 stay as they are where another number was expected, as the publisher says', async () => {
    publisher.refuses(CleanUpImport, { kind: 'conflict', code: 'otherCount', message: 'Het zijn er 31.800, niet 5.' });
    const response = await gateway.postJson(cleanUpPath, { wijze: 'verwijderen', verwachtAantal: 5 });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ detail: 'Het zijn er 31.800, niet 5.' });
  });

  it('answer 404 to an import that is not there', async () => {
    deduplicator.refuses(ShowDuplicatePolicy, { kind: 'notFound', code: 'unknownImport', message: 'Import "x" bestaat niet.' });
    expect((await gateway.ask('/v1/imports/x/dubbelbeleid')).status).toBe(404);
  });

  it.each([
    ['PUT', policyPath, {}, ['beleid']],
    ['PUT', policyPath, { beleid: 'streng' }, ['beleid']],
    ['PUT', '/v1/imports/DUO!/dubbelbeleid', { beleid: 'verfijnd', x: 1 }, ['importId', 'x']],
    ['POST', cleanUpPath, {}, ['verwachtAantal', 'wijze']],
    ['POST', cleanUpPath, { wijze: 'alles', verwachtAantal: -1 }, ['verwachtAantal', 'wijze']],
    ['POST', cleanUpPath, { wijze: 'verbergen', verwachtAantal: '5' }, ['verwachtAantal']],
  ])('N5 answer 400: %s %s %j', async (method, path, body, fields) => {
    const response = await gateway.sendJson(method, path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect([...deduplicator.asked, ...publisher.asked]).toEqual([]);
  });
});
