import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine, startCommandLine } from './testing/run-command-line.js';
import { goodToken, problem, reply, StandInGateway } from './testing/stand-in-gateway.js';

const everyCommand = [
  'bron lijst', 'bron toon', 'run start', 'run volg', 'run toon', 'run lijst', 'run toestaan', 'run weiger', 'run regels',
  'organisatie lijst', 'organisatie toon', 'organisatie waarom', 'organisatie publicatieactie', 'organisatie koppel', 'organisatie ontkoppel',
  'organisatie toelichting', 'organisatie kopieer',
  'account maak', 'account lijst', 'account blokkeer', 'recht geef', 'recht trek-in', 'recht lijst', 'sleutel maak', 'sleutel trek-in', 'sleutel lijst',
  'wachtrij status', 'wachtrij toon', 'wachtrij opnieuw',
];
const commandersEnglish = /Usage|Options|Arguments|Commands|display|default|Did you mean|error:|unknown|missing/;

describe('help', () => {
  it.each(everyCommand)('of %s is in Dutch, with an example', async (command) => {
    const { code, stdout, stderr } = await runCommandLine([...command.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(`Gebruik: npm run -s gids-import -- ${command}`);
    expect(stdout).toMatch(new RegExp(`Voorbeeld(en)?:\n  npm run -s gids-import -- ${command}`));
    expect(stdout).not.toMatch(commandersEnglish);
  });

  it('of the whole program tells the exit codes', async () => {
    const { code, stdout } = await runCommandLine(['help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Exitcodes:\n {2}0 {2}goed\n/);
    expect(stdout).not.toMatch(commandersEnglish);
  });
});

describe('a command that is not understood', () => {
  it.each([
    ['run strat', 'De opdracht strat bestaat niet. Bedoelde u start?', 'run --help'],
    ['vlieg', 'De opdracht vlieg bestaat niet.', '--help'],
    ['run start', 'Het argument <bron> ontbreekt.', 'run start --help'],
    ['bron toon a b', 'Er zijn te veel argumenten: a, b.', 'bron toon --help'],
    ['run lijst --bronn x', 'De optie --bronn bestaat niet. Bedoelde u --bron?', 'run lijst --help'],
    ['run lijst --bron', 'Na de optie --bron <bron> hoort een waarde.', 'run lijst --help'],
    ['run lijst --pagina nul', "'nul' is geen goede waarde voor --pagina <nummer>. Geef een geheel getal vanaf 1.", 'run lijst --help'],
    ['organisatie publicatieactie 00AB00 altijd', "'altijd' is geen goede waarde voor <actie>. Kies uit zichtbaarNaSucces, ", 'organisatie publicatieactie --help'],
    ['organisatie koppel 00AB00 x', "'x' is geen goede waarde voor <gidsId>. Geef een G!DS-ID: een geheel getal.", 'organisatie koppel --help'],
    ['organisatie kopieer 5 --onder 6', 'De optie --accountmanager <naam> is verplicht.', 'organisatie kopieer --help'],
    ['run weiger x', 'De optie --reden <tekst> is verplicht.', 'run weiger --help'],
    ['sleutel maak levering duo --tot 2027-02-30', "'2027-02-30' is geen goede waarde voor --tot <datum>. Geef een datum, zoals 2027-12-31.", 'sleutel maak --help'],
    ['organisatie lijst --importstatus ok', "'ok' is geen goede waarde voor --importstatus <status>. Kies uit conversiefouten, ", 'organisatie lijst --help'],
  ])('%s: says what, in Dutch, and where help is', async (typed, sentence, help) => {
    const { code, stdout, stderr } = await runCommandLine(typed.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`Fout: ${sentence}`);
    expect(stderr).toContain(`Hulp: npm run -s gids-import -- ${help}\n`);
    expect(stderr).not.toMatch(commandersEnglish);
  });

  it.each([[], ['run']])('nothing to do (%j): shows help as an error', async (...typed) => {
    expect(await runCommandLine(typed)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Opdrachten:') });
  });
});

describe('reaching the gateway', () => {
  let standIn: StandInGateway;
  let folder: string;
  const sources = (titel: string) => ({ _embedded: { item: [{ id: 'duo-po', titel, aantalRecords: 3, laatsteRun: null }] } });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-cli-'));
    standIn = await new StandInGateway().start();
    standIn.answers.set('GET /v1/importbronnen', (_request, response) => reply(response, 200, sources('Basisscholen')));
  });
  afterEach(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true });
  });

  it('takes address and token from the environment', async () => {
    expect(await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken })).toEqual({ code: 0, stdout: 'duo-po\tBasisscholen\t3\t\t\n', stderr: '' });
  });

  it('takes the token of the data folder and PORT when nothing else is said', async () => {
    await mkdir(join(folder, '.data'));
    await writeFile(join(folder, '.data', 'machine-token'), `${goodToken}\n`, { mode: 0o600 });
    expect(await runCommandLine(['bron', 'lijst'], { PORT: String(standIn.port) }, folder)).toMatchObject({ code: 0 });
  });

  it('takes common options after the command too, and a file from where the user stands', async () => {
    await writeFile(join(folder, 'mijn-token'), goodToken);
    const throughNpm = { npm_lifecycle_event: 'gids-import', INIT_CWD: folder };
    expect(await runCommandLine(['bron', 'lijst', '--json', '--url', standIn.url, '--token-bestand', 'mijn-token'], throughNpm)).toMatchObject({
      code: 0,
      stdout: `${JSON.stringify(sources('Basisscholen'), undefined, 2)}\n`,
    });
  });

  it('ends with 5 without a token, and says how to get one', async () => {
    const { code, stdout, stderr } = await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url }, folder);
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(stderr).toMatch(/^Fout: Er is geen machinetoken: het bestand \.data\/machine-token bestaat niet\. De eerste "npm start" maakt het/);
  });

  it('ends with 5 when the token is not taken, without telling it', async () => {
    const { code, stderr } = await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url, GIDS_TOKEN: 'verkeerd-geheim' });
    expect(code).toBe(5);
    expect(stderr).toMatch(/^Fout: De gateway neemt het token uit GIDS_TOKEN niet aan\./);
    expect(stderr).not.toContain('verkeerd-geheim');
  });

  it('ends with 5 without the right', async () => {
    standIn.answers.set('GET /v1/importbronnen', (_request, response) => problem(response, 403, 'U hebt geen importrecht. Vraag dit aan bij de systeembeheerder.'));
    expect(await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken })).toMatchObject({
      code: 5,
      stderr: 'Fout: U hebt geen importrecht. Vraag dit aan bij de systeembeheerder.\n',
    });
  });

  it('ends with 1 when nothing listens, and says how to start it', async () => {
    await standIn.stop();
    const { code, stdout, stderr } = await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url }, folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `Fout: De gateway op ${standIn.url} is niet bereikbaar (ECONNREFUSED). Start G!DS import met "npm start", of geef met --url het adres waarop de gateway draait.\n`,
    );
  });

  it('ends with 2 when the address is none', async () => {
    expect(await runCommandLine(['bron', 'lijst', '--url', 'hier'])).toMatchObject({ code: 2, stderr: expect.stringContaining("'hier' is geen webadres") });
  });

  it('does not let a server write to the terminal', async () => {
    standIn.answers.set('GET /v1/importbronnen', (_request, response) => reply(response, 200, sources('Basis\u001B[2Jscholen\tA')));
    expect(await runCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken })).toMatchObject({ stdout: 'duo-po\tBasis [2Jscholen A\t3\t\t\n' });
  });

  it('stops quietly when its reader has seen enough', async () => {
    const many = Array.from({ length: 20_000 }, (_each, index) => ({ id: `bron-${index}`, titel: 'x'.repeat(100), aantalRecords: 0 }));
    standIn.answers.set('GET /v1/importbronnen', (_request, response) => reply(response, 200, { _embedded: { item: many } }));
    const running = startCommandLine(['bron', 'lijst'], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });
    running.process.stdout.once('data', () => running.process.stdout.destroy());
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
