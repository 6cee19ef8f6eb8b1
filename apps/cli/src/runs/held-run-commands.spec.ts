import { exampleRun } from '../testing/example-run.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const { id } = exampleRun();
const decisions = `/v1/importruns/${id}/besluiten`;
const rows = `/v1/importruns/${id}/regels`;

describe('a run that waits for a person (R8)', () => {
  let standIn: StandInGateway;
  const run = (...args: string[]) => runCommandLine(['run', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it.each([
    [[], 'toestaan', 'Toestaan'],
    [['--zonder-verwijderen'], 'toestaanZonderVerwijderen', 'Toestaan zonder verwijderen'],
  ])('R8 goes on by toestaan %j, with a reason', async (options, besluit, label) => {
    standIn.views = [exampleRun({ status: 'bezig', fase: 'versturen' })];
    expect(await run('toestaan', id, '--reden', 'Nagevraagd bij DUO', ...options)).toEqual({
      code: 0,
      stdout: `${label}: run ${id} van duo-po (Wijzigingen versturen).\n`,
      stderr: `Volgen: npm run -s gids-import -- run volg ${id}\n`,
    });
    expect(standIn.asked).toEqual([`POST ${decisions}`]);
    expect(standIn.posted).toEqual([{ besluit, reden: 'Nagevraagd bij DUO' }]);
  });

  it('R8 ends by weiger, with a reason', async () => {
    standIn.views = [exampleRun({ status: 'geweigerd' })];
    expect(await run('weiger', id, '--reden', 'Bestand is niet compleet')).toEqual({ code: 0, stdout: `Weigeren: run ${id} van duo-po (Geweigerd).\n`, stderr: '' });
    expect(standIn.posted).toEqual([{ besluit: 'weigeren', reden: 'Bestand is niet compleet' }]);
  });

  it.each([
    [404, 'Deze run bestaat niet.', 1],
    [409, 'Deze run wacht niet op akkoord.', 1],
    [403, 'U heeft geen importrecht.', 5],
  ])('passes on a refusal (%i)', async (status, sentence, code) => {
    standIn.answers.set(`POST ${decisions}`, (_request, response) => problem(response, status, sentence));
    expect(await run('weiger', id, '--reden', 'Nee')).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(`Fout: ${sentence}`) });
  });

  it('R8 shows by regels exactly what it would touch', async () => {
    const gone = { uitkomst: 'verdwenen', bronId: '11UF00', naam: 'De Vlinder', regel: null, hernummerdNaar: null, wordtVerborgen: true, melding: null };
    const renumbered = { ...gone, uitkomst: 'hernummerd', bronId: '12AB00', hernummerdNaar: '12AB01', wordtVerborgen: false };
    standIn.answers.set(`GET ${rows}`, (_request, response) => reply(response, 200, page([gone, renumbered], { totaal: 1_482 })));
    expect(await run('regels', id, '--uitkomst', 'verdwenen,hernummerd')).toEqual({
      code: 0,
      stdout: 'verdwenen\t11UF00\t\tDe Vlinder\t\tja\t\nhernummerd\t12AB00\t12AB01\tDe Vlinder\t\tnee\t\n',
      stderr: '1.482 regels; pagina 1 van 15, verder met --pagina 2\n',
    });
    expect(standIn.asked).toEqual([`GET ${rows}?uitkomst=verdwenen,hernummerd&pageSize=100&count=true&page=1`]);
  });

  it('R8 start --wacht ends with 4 and says what to do', async () => {
    standIn.views = [exampleRun({ status: 'wachtOpAkkoord', voltooidOp: null, probleem: { code: 'TOO_MANY_CLOSURES', melding: '1.482 organisaties zouden verdwijnen.' } })];
    const { code, stdout } = await run('start', 'duo-po', '--wacht');
    expect(code).toBe(4);
    expect(stdout).toContain('Er is niets gewijzigd in G!DS.');
    expect(stdout).toContain(`npm run -s gids-import -- run toestaan ${id} --reden "…"`);
    expect(stdout).toContain(`npm run -s gids-import -- run weiger ${id} --reden "…"`);
  });
});
