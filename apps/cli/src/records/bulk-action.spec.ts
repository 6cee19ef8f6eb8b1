import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const bulk = { id: '019a9f3e-7a10-7cc3-98c4-dc0c0c073990', status: 'bezig', klaarOp: null, totaal: 342, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0 };
const done = { ...bulk, status: 'klaarMetFouten', klaarOp: '2026-11-22T08:00:03.000Z', gewijzigd: 298, ongewijzigd: 43, geweigerd: 1 };
const filter = 'importstatus=dubbelenGevonden,succes&zichtbaar=false&naam=regenboog';

describe('organisatie publicatieactie --filter', () => {
  let standIn: StandInGateway;
  const command = (...args: string[]) => runCommandLine(['organisatie', 'publicatieactie', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    standIn.answers.set('GET /v1/organisatieimporten', (_request, response) => reply(response, 200, { ...page([]), totaal: 342 }));
    standIn.answers.set('POST /v1/bulkwijzigingen', (_request, response) => reply(response, 202, bulk));
    standIn.answers.set(`GET /v1/bulkwijzigingen/${bulk.id}`, (_request, response) => reply(response, 200, done));
    standIn.answers.set(`GET /v1/bulkwijzigingen/${bulk.id}/regels`, (_request, response) => reply(response, 200, page([{ bronId: '16AH00', naam: 'De Regenboog', reden: 'Gekoppeld aan G!DS 7.' }])));
  });
  afterEach(() => standIn.stop());

  it('R86 changes nothing without --ja, and says how many there are', async () => {
    const { code, stderr } = await command('nietZichtbaar', '--filter', filter);
    expect(code).toBe(2);
    expect(stderr).toContain('--ja --verwacht 342');
    expect(standIn.asked.some((asked) => asked.startsWith('POST'))).toBe(false);
  });

  it('R86 changes all that the filter means, waits, and lists what was refused', async () => {
    const { code, stdout } = await command('nietZichtbaar', '--filter', filter, '--ja', '--verwacht', '342');
    expect(stdout).toBe('298 gewijzigd, 43 was al zo, 1 geweigerd.\n  16AH00 De Regenboog: Gekoppeld aan G!DS 7.\n');
    expect(code).toBe(3);
    expect(standIn.asked[0]).toContain('zichtbaar=false');
  });

  it('R86 tells what the gateway says of another number', async () => {
    standIn.answers.set('POST /v1/bulkwijzigingen', (_request, response) => problem(response, 409, 'Deze voorwaarden gelden nu voor 341 records.'));
    const { code, stderr } = await command('nietZichtbaar', '--filter', filter, '--ja', '--verwacht', '342');
    expect([code, stderr]).toEqual([1, expect.stringContaining('341 records') as string]);
  });

  it.each([
    [['weg', '--filter', filter, '--ja', '--verwacht', '1']],
    [['nietZichtbaar', '--filter', filter, '--ja', '--verwacht', 'alles']],
    [['00AB00']],
  ])('%j is not typed well', async (args) => {
    expect((await command(...args)).code).toBe(2);
  });
});
