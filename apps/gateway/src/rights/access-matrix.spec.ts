import { readFileSync } from 'node:fs';
import { createdApiKeySchema } from '../api/api-key.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Columns of the matrix, in their order. */
const callers = ['anoniem', 'redacteur (aangemeld, zonder importrecht)', 'importbeheerder duo', 'sleutel duo', 'systeembeheerder zonder importrecht'] as const;

/** Codes of the door itself; a 401 or 403 with another code comes from behind it. */
const refusedAtTheDoor = new Set(['nietAangemeld', 'geenRecht', 'geenImportrecht']);

describe('the matrix of routes and callers', () => {
  let gateway: GatewayInTest;
  let asks: Ask[];

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    const persons = [
      await PersonInTest.signIn(gateway, 'redacteur'),
      await PersonInTest.signIn(gateway, 'importbeheerder', { importRights: ['duo'] }),
      await PersonInTest.signIn(gateway, 'systeembeheerder', { systemAdministrator: true }),
    ];
    const [editor, manager, administrator] = persons.map(askingAnew);
    asks = [(path, init) => gateway.askAsStranger(path, init), editor, manager, await askingWithKey(), administrator] as Ask[];
  });
  afterAll(() => gateway.stop());

  /** Some routes end the session: every question comes with a new one. */
  function askingAnew(person: PersonInTest): Ask {
    return async (path, init) => {
      await person.signInAgain();
      return person.ask(path, init);
    };
  }

  async function askingWithKey(): Promise<Ask> {
    const made = await gateway.postJson('/v1/sleutels', { naam: 'levering', import: 'duo' });
    const { sleutel } = createdApiKeySchema.parse(await made.json());
    return (path, init) => gateway.askAsStranger(path, { ...init, headers: { authorization: `Bearer ${sleutel}` } });
  }

  function allRoutes(): string[] {
    const { router } = gateway.application.getHttpAdapter().getInstance() as { router: { stack: ExpressLayer[] } };
    return router.stack.flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []));
  }

  async function outcome(ask: Ask, route: string): Promise<string> {
    const [method = '', path = ''] = route.split(' ');
    const response = await ask(path.replace(/:\w+/g, '1'), { method, redirect: 'manual' });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const answer = isStream ? await response.body?.cancel() : await response.text();
    return [401, 403].includes(response.status) && refusedAtTheDoor.has(codeIn(answer ?? '')) ? String(response.status) : 'door';
  }

  it('R78 e1 e2 e4 is what access-matrix.md says, for every route that the running gateway has', async () => {
    const rows: string[] = [];
    for (const route of allRoutes().sort(byPath)) {
      const outcomes: string[] = [];
      for (const ask of asks) outcomes.push(await outcome(ask, route));
      rows.push(`| ${[route, ...outcomes].join(' | ')} |`);
    }
    expect(rows.join('\n')).toBe(expectedRows().join('\n'));
  }, 180_000);

  it('has the columns that are tested', () => {
    expect(matrix()).toContain(`| ${['route', ...callers].join(' | ')} |`);
  });
});

const byPath = (one: string, other: string): number => {
  const key = (route: string) => route.split(' ').reverse().join(' ');
  return key(one) < key(other) ? -1 : 1;
};

function codeIn(text: string): string {
  return text.startsWith('{') ? ((JSON.parse(text) as { code?: string }).code ?? '') : '';
}

function matrix(): string {
  return readFileSync(new URL('access-matrix.md', import.meta.url), 'utf8');
}

/** The rows of the committed table, which a person keeps. */
function expectedRows(): string[] {
  return matrix().split('\n').filter((line) => /^\| [A-Z]+ \//.test(line));
}
