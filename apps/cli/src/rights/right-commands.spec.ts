import { json } from 'node:stream/consumers';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const right = { account: 'm.devries', import: 'duo', gegevenDoor: 'beheerder', gegevenOp: '2026-08-04T06:00:00.000Z' };

describe('recht', () => {
  let standIn: StandInGateway;
  const recht = (...args: string[]) => runCommandLine(['recht', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it('R79 geef gives the importrecht of one import', async () => {
    const bodies: unknown[] = [];
    standIn.answers.set('POST /v1/importrechten', async (request, response) => {
      bodies.push(await json(request));
      reply(response, 201, right);
    });
    expect(await recht('geef', 'm.devries', 'duo')).toEqual({ code: 0, stdout: 'm.devries heeft het importrecht van duo.\n', stderr: '' });
    expect(bodies).toEqual([{ account: 'm.devries', import: 'duo' }]);
  });

  it('R79 trek-in takes it away', async () => {
    standIn.answers.set('DELETE /v1/importrechten/duo/m.devries', (_request, response) => void response.writeHead(204).end());
    expect(await recht('trek-in', 'm.devries', 'duo')).toEqual({ code: 0, stdout: 'Het importrecht van m.devries op duo is ingetrokken.\n', stderr: '' });
  });

  it('lijst gives a line per right for scripts', async () => {
    standIn.answers.set('GET /v1/importrechten', (_request, response) => reply(response, 200, page([right])));
    expect(await recht('lijst', '--import', 'duo')).toEqual({
      code: 0,
      stdout: 'm.devries\tduo\tbeheerder\t2026-08-04T06:00:00.000Z\n',
      stderr: '1 importrecht\n',
    });
    expect(standIn.asked).toEqual(['GET /v1/importrechten?import=duo&pageSize=100&count=true&page=1']);
  });

  it.each([
    ['POST /v1/importrechten', ['geef', 'm.devries', 'duo']],
    ['DELETE /v1/importrechten/duo/m.devries', ['trek-in', 'm.devries', 'duo']],
    ['GET /v1/importrechten', ['lijst']],
  ])('R79 ends with 5 for who is no systeembeheerder: %s', async (asked, args) => {
    standIn.answers.set(asked, (_request, response) => problem(response, 403, 'Alleen een systeembeheerder mag dit.'));
    expect(await recht(...args)).toEqual({ code: 5, stdout: '', stderr: 'Fout: Alleen een systeembeheerder mag dit.\n' });
  });

  it('ends with 1 where there is no such account', async () => {
    standIn.answers.set('POST /v1/importrechten', (_request, response) => problem(response, 404, 'Het account "x" bestaat niet.'));
    expect(await recht('geef', 'x', 'duo')).toMatchObject({ code: 1, stderr: 'Fout: Het account "x" bestaat niet.\n' });
  });
});
