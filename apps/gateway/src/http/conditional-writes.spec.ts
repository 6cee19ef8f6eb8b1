import {
  ChangeContract,
  ChangeOrganisation,
  ChangeProduct,
  ChangePublicationAction,
  ChangeVisibility,
  ConfirmOrganisation,
  DeleteOrganisation,
  DeleteProduct,
  LinkOrganisation,
  SaveImportNote,
  SuppressRecord,
  TakeOverProducts,
  TransferManagement,
  type RequestDefinition,
} from '@gids/contracts';
import { routes } from '../routes.js';
import { routesOf } from '../openapi/routes.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { versionHeader } from './version-tag.js';

interface Write {
  readonly method: string;
  readonly path: string;
  /** What the publisher is asked. */
  readonly definition: RequestDefinition;
  readonly body?: unknown;
}

const organisatie = { naam: 'De Vlinder', soort: 'bibliotheek' };
const writes: readonly Write[] = [
  { method: 'PUT', path: '/v1/gids-organisaties/102938', definition: ChangeOrganisation, body: { organisatie } },
  { method: 'PUT', path: '/v1/gids-organisaties/102938/zichtbaarheid', definition: ChangeVisibility, body: { zichtbaar: false } },
  { method: 'PUT', path: '/v1/gids-organisaties/102938/contract', definition: ChangeContract, body: { accountmanager: 'm.devries' } },
  { method: 'POST', path: '/v1/gids-organisaties/102938/controles', definition: ConfirmOrganisation },
  { method: 'DELETE', path: '/v1/gids-organisaties/102938', definition: DeleteOrganisation },
  { method: 'PUT', path: '/v1/producten/102950', definition: ChangeProduct, body: { product: { naam: 'Cursus', soort: 'cursus' }, zichtbaar: true } },
  { method: 'DELETE', path: '/v1/producten/102950', definition: DeleteProduct },
  { method: 'PATCH', path: '/v1/organisatieimporten/1042', definition: ChangePublicationAction, body: { publicatieactie: 'nietZichtbaar' } },
  { method: 'PATCH', path: '/v1/organisatieimporten/1042', definition: SaveImportNote, body: { importToelichting: 'Gebeld.' } },
  { method: 'PUT', path: '/v1/organisatieimporten/1042/koppeling', definition: LinkOrganisation, body: { gidsOrganisatieId: 102_938 } },
  { method: 'DELETE', path: '/v1/organisatieimporten/1042/koppeling', definition: LinkOrganisation },
  { method: 'PUT', path: '/v1/organisatieimporten/1042/productovername', definition: TakeOverProducts, body: { wijze: 'alle' } },
  { method: 'POST', path: '/v1/organisatieimporten/1042/afscherming', definition: SuppressRecord, body: { reden: 'Bezwaar van 3 november' } },
  { method: 'POST', path: '/v1/organisatieimporten/1042/overdrachten', definition: TransferManagement, body: { bovenliggendeOrganisatieId: 100_009, accountmanager: 'm.devries' } },
];

/** What the gateway keeps itself has tests of its own. */
const ownWrites = ['PATCH /v1/accounts/*', 'PUT /v1/weergaven/*'];

describe('writes on the version that was seen', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher');
  });

  it('are all in this list', () => {
    const conditional = routesOf(routes).filter(({ operation: { input } }) => input.headers && versionHeader in input.headers.shape);
    const patterns = conditional.map(({ operation: { method, path } }) => `${method.toUpperCase()} /v1${path.replace(/\{\w+\}/g, '*')}`);
    const asked = writes.map(({ method, path }) => `${method} ${path.replace(/(?<=\/)\d+/g, '*')}`);
    expect([...new Set([...asked, ...ownWrites])].sort()).toEqual(patterns.sort());
  });

  describe.each(writes)('$method $path', ({ method, path, definition, body }) => {
    it('answers 428 without If-Match, and asks nothing of anybody', async () => {
      const response = await gateway.sendJson(method, path, body);
      expect(response.status).toBe(428);
      expect(await response.json()).toMatchObject({ status: 428, code: 'versieOntbreekt' });
      expect(publisher.asked).toEqual([]);
    });

    it.each(['3', '"x"', 'W/"3"', '*', '"3", "4"', '"0"', '""'])('answers 400 to If-Match: %s', async (tag) => {
      const response = await gateway.sendJson(method, path, body, { 'if-match': tag });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ fouten: [{ veld: 'if-match', melding: 'Geef de versie tussen aanhalingstekens, zoals "3".' }] });
      expect(publisher.asked).toEqual([]);
    });

    it.each([
      ['stale', 412],
      ['conflict', 409],
      ['notFound', 404],
      ['invalid', 400],
    ] as const)('passes on that it is %s as %i, in the words of the publisher', async (kind, status) => {
      publisher.refuses(definition, { kind, code: 'eigenCode', message: 'Deze organisatie is intussen gewijzigd door M. de Vries.' });
      const response = await gateway.write(method, path, 2, body);
      expect(response.status).toBe(status);
      expect(response.headers.get('etag')).toBeNull();
      expect(await response.json()).toMatchObject({ status, code: 'eigenCode', detail: 'Deze organisatie is intussen gewijzigd door M. de Vries.' });
      expect(publisher.payloadsOf(definition)).toMatchObject([{ version: 2, by: 'opdrachtregel' }]);
    });
  });

  it.each([...new Set(writes.map(({ method }) => method))])('e11 by %s are refused where another website sends them with a person’s cookie', async (method) => {
    const signedIn = await gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify({ naam: 'beheerder', wachtwoord: gateway.password }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const path = writes.find((write) => write.method === method)?.path ?? '';
    const headers = { cookie, origin: 'https://elders.example', 'if-match': '"3"' };
    const response = await gateway.askAsStranger(path, { method, headers });
    expect(response.status).toBe(403);
    expect(publisher.asked).toEqual([]);
  });
});
