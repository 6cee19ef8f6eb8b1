import { RequestDeletion } from '@gids/contracts';
import { deletionRequestSchema } from '../api/deletion-request.js';
import { deletionRequestExample } from '../api/report-examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/gids-organisaties/102938/verwijderverzoeken';

describe('requests to delete an organisation over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher').replies(RequestDeletion, () => deletionRequestExample);
  });

  it('R50 A17 go to the account manager, in the name of who asks', async () => {
    const response = await gateway.postJson(path, { organisatieimportId: '1042', reden: 'De import is vollediger.' });
    expect(response.status).toBe(201);
    expect(deletionRequestSchema.parse(await response.json())).toMatchObject({ gidsId: 102_938, organisatieimportId: '1042', accountmanager: 'm.devries' });
    expect(publisher.payloadsOf(RequestDeletion)).toEqual([{ gidsId: 102_938, importRecordId: 1_042, reason: 'De import is vollediger.', by: 'opdrachtregel' }]);
  });

  it.each([['notFound', 404], ['conflict', 409], ['forbidden', 403]] as const)('R50 pass on a refusal: %s is %i', async (kind, status) => {
    publisher.refuses(RequestDeletion, { kind, code: 'eigenCode', message: 'Dat kan niet.' });
    expect((await gateway.postJson(path, { organisatieimportId: '1042', reden: 'x' })).status).toBe(status);
  });

  it.each([
    ['nothing', {}, ['organisatieimportId', 'reden']],
    ['blanks and text for an id', { organisatieimportId: 'x', reden: '  ' }, ['organisatieimportId', 'reden']],
  ])('N5 answer 400 to %s', async (_, body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });
});
