import { exampleRun } from '../testing/example-run.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const source = { id: 'duo-po', import: 'duo', titel: 'Basisscholen', aantalRecords: 6_122, laatsteRun: exampleRun() };

describe('bron toon', () => {
  let standIn: StandInGateway;
  const show = (...args: string[]) => runCommandLine(['bron', 'toon', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    standIn.answers.set('GET /v1/importbronnen/duo-po', (_request, response) => reply(response, 200, source));
  });
  afterEach(() => standIn.stop());

  it('shows a source and its last run', async () => {
    const { code, stdout } = await show('duo-po');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Bron {5}duo-po\nTitel {4}Basisscholen\n/);
    expect(stdout).toContain('Voltooid: import van duo-po');
  });

  it('gives its JSON', async () => expect(JSON.parse((await show('duo-po', '--json')).stdout)).toEqual(source));

  it('says so when it is not there', async () => {
    standIn.answers.set('GET /v1/importbronnen/x', (_request, response) => problem(response, 404, 'De bron x bestaat niet.'));
    expect(await show('x')).toEqual({ code: 1, stdout: '', stderr: 'Fout: De bron x bestaat niet.\n' });
  });
});
