import { json } from 'node:stream/consumers';
import type { ApiKey } from '../gateway/api-key.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const id = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const key: ApiKey = {
  id,
  naam: 'duo-levering',
  import: 'duo',
  begin: 'imp_live_4f2a90c1de',
  verlooptOp: '2027-11-26T12:00:00.000Z',
  laatstGebruiktOp: null,
  geldig: true,
};

describe('sleutel', () => {
  let standIn: StandInGateway;
  const run = (...args: string[]) => runCommandLine(['sleutel', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken, TZ: 'UTC' });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it.each([
    [[], {}],
    [['--tot', '2027-02-28'], { verlooptOp: '2027-02-28T23:59:59.000Z' }],
  ])('e9 maak %j gives the key alone as result, so that it can be piped', async (options, expiry) => {
    const bodies: unknown[] = [];
    standIn.answers.set('POST /v1/sleutels', async (request, response) => {
      bodies.push(await json(request));
      reply(response, 201, { ...key, sleutel: 'imp_live_4f2a90c1de_geheim' });
    });
    const { code, stdout, stderr } = await run('maak', 'duo-levering', 'duo', ...options);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'imp_live_4f2a90c1de_geheim\n' });
    expect(stderr).toMatch(/^Sleutel imp_live_4f2a90c1de van duo-levering geldt tot .*2027.*\. Hij wordt maar één keer getoond:\n$/);
    expect(bodies).toEqual([{ naam: 'duo-levering', import: 'duo', ...expiry }]);
  });

  it('e9 trek-in takes it away', async () => {
    standIn.answers.set(`DELETE /v1/sleutels/${id}`, (_request, response) => void response.writeHead(204).end());
    expect(await run('trek-in', id)).toEqual({ code: 0, stdout: `Sleutel ${id} is ingetrokken.\n`, stderr: '' });
  });

  it('lijst gives a line per key for scripts', async () => {
    standIn.answers.set('GET /v1/sleutels', (_request, response) => reply(response, 200, page([key])));
    expect(await run('lijst', '--import', 'duo', '--geldig')).toEqual({
      code: 0,
      stdout: `${id}\tduo-levering\tduo\timp_live_4f2a90c1de\t2027-11-26T12:00:00.000Z\t\tja\n`,
      stderr: '1 sleutel\n',
    });
    expect(standIn.asked).toEqual(['GET /v1/sleutels?import=duo&geldig=true&pageSize=100&count=true&page=1']);
  });
});
