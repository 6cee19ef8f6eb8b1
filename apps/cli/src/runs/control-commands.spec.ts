import { exampleRun } from '../testing/example-run.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const { id } = exampleRun();

describe('run stop|hervat|fouten', () => {
  let standIn: StandInGateway;
  const run = (...args: string[]) => runCommandLine(['run', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    standIn.answers.set(`POST /v1/importruns/${id}/besluiten`, (_request, response) => reply(response, 200, exampleRun({ status: 'gestopt' })));
  });
  afterEach(() => standIn.stop());

  it.each([
    ['stop', 'Gestopt'],
    ['hervat', 'Hervat'],
  ])('%s decides on the run with a reason', async (command, said) => {
    const { code, stdout } = await run(command, id, '--reden', 'Verkeerd bestand');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${said}: run ${id}`) as string]);
    expect((await run(command, id)).code).toBe(2);
  });

  it('stop says why the gateway refuses', async () => {
    standIn.answers.set(`POST /v1/importruns/${id}/besluiten`, (_request, response) => problem(response, 409, 'Alles is al verstuurd.'));
    expect(await run('stop', id, '--reden', 'x')).toMatchObject({ code: 1, stderr: expect.stringContaining('Alles is al verstuurd.') as string });
  });

  it('R80 fouten shows the causes with their number and an example', async () => {
    const item = [{ code: 'columnCount', veld: '', ernst: 'afgekeurd', aantal: 3, voorbeeld: { bronId: null, regel: 7, melding: 'Regel 7: 2 velden.' } }];
    standIn.answers.set(`GET /v1/importruns/${id}/foutgroepen`, (_request, response) => reply(response, 200, { _embedded: { item } }));
    expect((await run('fouten', id)).stdout).toBe('3 × columnCount, afgekeurd; bijvoorbeeld regel 7: Regel 7: 2 velden.\n');
  });
});
