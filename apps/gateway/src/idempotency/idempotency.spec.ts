import { CopyOrganisation, CreateOrganisation, CreateProduct, TransferManagement } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { directoryOrganisationExample, productExample } from '../api/directory-examples.js';
import { recordDetailExample } from '../api/examples.js';
import { routesOf } from '../openapi/routes.js';
import { routes } from '../routes.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { idempotencyHeader } from './idempotency-key.js';
import { IdempotentAnswers } from './idempotent-answers.js';

const path = '/v1/gids-organisaties';
const body = (naam = 'De Vlinder') => ({ organisatie: { naam, soort: 'bibliotheek' }, zichtbaar: true, contract: { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries' } });

describe('a request with an Idempotency-Key', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;
  let now = new Date('2026-11-26T08:00:00.000Z');
  let made = 0;
  let key: string;

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    key = crypto.randomUUID();
    publisher = new StandInService(gateway.requests, 'publisher').replies(CreateOrganisation, ({ organisation }) => {
      return { ...directoryOrganisationExample, gidsId: 200_000 + (made += 1), organisation };
    });
  });

  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const post = (content: unknown = body(), headers: Record<string, string> = { 'idempotency-key': key }) => gateway.postJson(path, content, headers);
  const told = async (response: Response) => ({
    status: response.status,
    location: response.headers.get('location'),
    etag: response.headers.get('etag'),
    body: await response.text(),
  });

  it('N11 c3 79 gets the same answer again, with its headers, and nothing is made again', async () => {
    const first = await told(await post());
    expect(first).toMatchObject({ status: 201, location: expect.stringContaining('/v1/gids-organisaties/'), etag: expect.stringMatching(/^"\d+"$/) });
    later(23 * 60);
    expect(await told(await post())).toEqual(first);
    expect(await told(await post(body(), { 'idempotency-key': `"${key}"` }))).toEqual(first);
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(1);
  });

  it('c3 79 is refused with 422 where something else is asked', async () => {
    await post();
    const response = await post(body('De Rups'));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ status: 422, code: 'sleutelGebruikt' });
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(1);
  });

  it('c3 79 is refused with 409 while the first one is under way; one of many at once is done', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    publisher.replies(CreateOrganisation, async () => {
      await promise;
      return directoryOrganisationExample;
    });
    const all = Array.from({ length: 5 }, () => post());
    await eventually(() => publisher.payloadsOf(CreateOrganisation).length === 1);
    const refused = await Promise.all([post(), post()]);
    expect(refused.map(({ status }) => status)).toEqual([409, 409]);
    expect(await refused[0]?.json()).toMatchObject({ code: 'herhalingLoopt' });
    resolve(undefined);
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await post()).status).toBe(201);
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(1);
  });

  it.each([
    ['invalid', 400],
    ['conflict', 409],
    ['forbidden', 403],
  ] as const)('c3 79 can be tried again where it was refused: %s', async (kind, status) => {
    publisher.refuses(CreateOrganisation, { kind, code: 'x', message: 'Nu niet.' });
    expect((await post()).status).toBe(status);
    publisher.replies(CreateOrganisation, () => directoryOrganisationExample);
    expect((await post(body('De Rups'))).status).toBe(201);
  });

  it('c3 79 is not done again where nobody knows whether it was done', async () => {
    publisher.refuses(CreateOrganisation, { kind: 'unavailable', code: 'x', message: 'Geen antwoord.' });
    expect((await post()).status).toBe(503);
    publisher.replies(CreateOrganisation, () => directoryOrganisationExample);
    later(6);
    const response = await post();
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'afloopOnbekend' });
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(1);
  });

  it('is one’s own: the same key of another is another', async () => {
    const person = await PersonInTest.signIn(gateway, 'jan', { importRights: ['duo'] });
    await post();
    const response = await person.ask(path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body('De Rups')) });
    expect(response.status).toBe(201);
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(2);
  });

  it('counts for a day', async () => {
    await post();
    later(24 * 60);
    await gateway.application.get(IdempotentAnswers).purge();
    expect(await gateway.query('SELECT * FROM idempotent_answer')).toEqual([]);
    await post();
    later(24 * 60);
    expect((await post(body('De Rups'))).status).toBe(201);
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(3);
  });

  it('N5 answers 400 to a key that is no UUID, and makes something new without one', async () => {
    expect((await post(body(), { 'idempotency-key': 'abc' })).status).toBe(400);
    await post(body(), {});
    await post(body(), {});
    expect(publisher.payloadsOf(CreateOrganisation)).toHaveLength(2);
  });

  it.each([
    [CreateProduct, '/v1/gids-organisaties/102938/producten', { product: { naam: 'Cursus', soort: 'cursus' }, zichtbaar: true }, {}],
    [CopyOrganisation, '/v1/organisatiekopieen', { organisatieId: 884_213, bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries' }, {}],
    [TransferManagement, '/v1/organisatieimporten/1042/overdrachten', { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries' }, { 'if-match': '"3"' }],
  ] as const)('c3 79 makes one of %o', async (definition, address, content, headers) => {
    publisher
      .replies(CreateProduct, () => productExample)
      .replies(CopyOrganisation, () => directoryOrganisationExample)
      .replies(TransferManagement, () => ({ copy: directoryOrganisationExample, record: recordDetailExample, postponed: false }));
    const send = () => gateway.postJson(address, content, { 'idempotency-key': key, ...headers });
    const first = await told(await send());
    expect(first.status).toBe(201);
    expect(await told(await send())).toEqual(first);
    expect(publisher.payloadsOf(definition)).toHaveLength(1);
  });

  it('N11 is taken wherever something is made, but where the answer holds a secret or making it twice is the same', () => {
    const without = routesOf(routes)
      .map(({ operation }) => operation)
      .filter(({ method, success, input }) => method === 'post' && success.status === 201 && !(input.headers && idempotencyHeader in input.headers.shape));
    expect(without.map(({ id }) => id).sort()).toEqual(['geefImportrecht', 'maakAccount', 'maakSleutel', 'openSessie']);
  });
});
