import { readFileSync } from 'node:fs';
import { GatewayInTest } from '../testing/gateway-in-test.js';

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Everything that strangers may do. Adding a line here is a decision. */
const openRoutes = [
  'get /v1/aanmelding',
  'get /v1/aanmelding/oidc',
  'get /v1/aanmelding/oidc/afmelding',
  'get /v1/aanmelding/oidc/terugkeer',
  'get /v1/afmeldingen/:token',
  'get /v1/gezondheid',
  'get /v1/openapi.json',
  'get /v1/organisaties',
  'get /v1/organisaties/:gidsId',
  'get /v1/organisaties/_wijzigingen',
  'post /v1/afmeldingen/:token',
  'post /v1/sessies',
];

describe('every route', () => {
  let gateway: GatewayInTest;
  let routes: string[];

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    const { router } = gateway.application.getHttpAdapter().getInstance() as { router: { stack: ExpressLayer[] } };
    routes = router.stack.flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method} ${route.path}`) : []));
  });
  afterAll(() => gateway.stop());

  it('e1 is closed to strangers, but for a list that is kept here', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const response = await gateway.askAsStranger(path.replace(/:\w+/g, '1'), { method });
      if (response.status !== 401) open.push(route);
      else expect(await response.json()).toMatchObject({ status: 401, code: 'nietAangemeld' });
    }
    expect(open.sort()).toEqual(openRoutes);
  });

  it('N3 is told of to everybody by the document in docs', async () => {
    expect(await (await gateway.askAsStranger('/v1/openapi.json')).json()).toEqual(published());
  });

  it('stands in the OpenAPI document, which tells the same of its being open', () => {
    const described = Object.entries(published().paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security, servers }]) => ({ route: `${method} ${servers ? '' : '/v1'}${path.replace(/\{(\w+)\}/g, ':$1')}`, open: security?.length === 0 })),
    );
    expect(described.map(({ route }) => route).sort()).toEqual([...routes].sort());
    expect(described.filter(({ open }) => open).map(({ route }) => route).sort()).toEqual(openRoutes);
  });
});

interface Document {
  /** An operation with servers of its own is not under the version of the API. */
  readonly paths: Record<string, Record<string, { security?: unknown[]; servers?: unknown[] }>>;
}

function published(): Document {
  return JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8')) as Document;
}
