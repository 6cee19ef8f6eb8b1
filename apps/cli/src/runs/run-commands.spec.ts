import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busyRun, exampleRun } from '../testing/example-run.js';
import { runCommandLine, startCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const { id } = exampleRun();

describe('run', () => {
  let standIn: StandInGateway;
  let folder: string;
  const env = () => ({ GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });
  const run = (...args: string[]) => runCommandLine(['run', ...args], env());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-run-'));
    standIn = await new StandInGateway().start();
    standIn.answers.set('GET /v1/importbronnen/duo-po', (_request, response) => reply(response, 200, { id: 'duo-po', titel: 'Basisscholen', aantalRecords: 0 }));
  });
  afterEach(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true });
  });

  describe('start', () => {
    it('asks the gateway to fetch, and says how to follow', async () => {
      standIn.views = [exampleRun({ status: 'gepland' })];
      expect(await run('start', 'duo-po')).toEqual({
        code: 0,
        stdout: `Run ${id} van duo-po is aangemaakt (Gepland).\n`,
        stderr: `Volgen: npm run -s gids-import -- run volg ${id}\n`,
      });
      expect(standIn.posted).toEqual([{ bronId: 'duo-po' }]);
    });

    it('asks for a full run', async () => {
      await run('start', 'duo-po', '--volledig');
      expect(standIn.posted).toEqual([{ bronId: 'duo-po', volledig: true }]);
    });

    it('sends a file from where the user stands', async () => {
      await writeFile(join(folder, 'scholen.csv'), 'VESTIGINGSCODE;NAAM\n');
      const throughNpm = { ...env(), npm_lifecycle_event: 'gids-import', INIT_CWD: folder };
      expect(await runCommandLine(['run', 'start', 'duo-po', '--van-bestand', 'scholen.csv'], throughNpm)).toMatchObject({ code: 0 });
      expect(standIn.forms).toMatchObject([
        { parts: ['bronId', 'volledig', 'bestand'], values: { bronId: 'duo-po', volledig: 'false' }, fileName: 'scholen.csv', fileStart: 'VESTIGINGSCODE;NAAM\n' },
      ]);
    });

    it('takes no more memory for a file of 400 MB than for one of 4 MB', async () => {
      const peakOf = async (bytes: number): Promise<number> => {
        const file = join(folder, 'groot.csv');
        await writeFile(file, '');
        await truncate(file, bytes);
        const tellPeak = 'process.on("exit",()=>console.error("piek",process.resourceUsage().maxRSS))';
        const told = { ...env(), NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellPeak)}` };
        const { code, stderr } = await runCommandLine(['run', 'start', 'duo-po', '--van-bestand', file], told);
        expect({ code, sent: standIn.forms.at(-1)?.fileBytes }).toEqual({ code: 0, sent: bytes });
        return Number(/piek (\d+)/.exec(stderr)?.[1]) / 1024;
      };
      const [small, large] = [await peakOf(4_000_000), await peakOf(400_000_000)];
      expect(large - small).toBeLessThan(80);
    });

    it.each([
      ['bestaat niet', 'weg.csv', 'bestaat niet. Geef met --van-bestand een ander bestand.'],
      ['is a folder', '.', 'is geen gewoon bestand.'],
    ])('says so when the file %s', async (_what, name, sentence) => {
      expect(await run('start', 'duo-po', '--van-bestand', join(folder, name))).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) });
      expect(standIn.asked).toEqual([]);
    });

    it('asks whether the source is there before it sends a file', async () => {
      await writeFile(join(folder, 'x.csv'), 'x');
      standIn.answers.set('GET /v1/importbronnen/duo-xx', (_request, response) => problem(response, 404, 'De bron duo-xx bestaat niet.'));
      expect(await run('start', 'duo-xx', '--van-bestand', join(folder, 'x.csv'))).toMatchObject({ code: 1, stderr: 'Fout: De bron duo-xx bestaat niet.\n' });
      expect(standIn.forms).toEqual([]);
    });

    it('passes on that another run is open', async () => {
      standIn.answers.set('POST /v1/importruns', (_request, response) => problem(response, 409, 'Er loopt al een run van duo-po.'));
      expect(await run('start', 'duo-po', '--json')).toEqual({ code: 1, stdout: '', stderr: 'Fout: Er loopt al een run van duo-po.\n' });
    });
  });

  describe('start --wacht', () => {
    it('logs each phase once and ends with the summary', async () => {
      const processing = (verwerkt: number) => busyRun('verwerken', { teVersturen: 79, verwerkt });
      standIn.views = [exampleRun({ status: 'gepland' }), busyRun('controleren'), processing(3), processing(60), exampleRun()];
      const { code, stdout, stderr } = await run('start', 'duo-po', '--wacht');
      expect(code).toBe(0);
      expect(stderr).toBe('Gepland\nBestand controleren\nRecords verwerken (79 regels)\n');
      expect(stdout).toMatch(/^Voltooid: import van duo-po, in 12 s\n/);
      expect(stdout).toContain('Regels gelezen         6.122\n  toegevoegd              17\n');
    });

    it('gives the JSON of the run, and nothing else on standard output', async () => {
      standIn.views = [exampleRun({ status: 'gepland' }), busyRun('controleren'), exampleRun()];
      const { code, stdout, stderr } = await run('start', 'duo-po', '--wacht', '--json');
      expect({ code, run: JSON.parse(stdout) as unknown }).toEqual({ code: 0, run: exampleRun() });
      expect(stderr).toBe('Gepland\nBestand controleren\n');
    });

    it('says nothing on the side with --stil', async () => {
      standIn.views = [exampleRun({ status: 'gepland' }), busyRun('controleren'), exampleRun()];
      expect(await run('start', 'duo-po', '--wacht', '--stil')).toMatchObject({ code: 0, stderr: '' });
    });

    it.each([
      [3, 'Voltooid', exampleRun({ aantallen: { conversiefouten: 2 } })],
      [3, 'Voltooid', exampleRun({ aantallen: { terzijde: 1 } })],
      [4, 'Wacht op akkoord', exampleRun({ status: 'wachtOpAkkoord', probleem: { code: 'TOO_MANY_CLOSURES', melding: 'Te veel verdwenen.' } })],
      [1, 'Geweigerd', exampleRun({ status: 'geweigerd', probleem: { code: 'EMPTY', melding: 'Het bestand is leeg.' } })],
      [1, 'Mislukt', exampleRun({ status: 'mislukt', probleem: { code: 'DEADLINE', melding: 'Te laat.' } })],
    ])('ends with %d when the run is %s', async (code, verdict, end) => {
      standIn.views = [busyRun('controleren'), end];
      expect(await run('start', 'duo-po', '--wacht')).toMatchObject({ code, stdout: expect.stringMatching(`^${verdict}: import van duo-po`) });
    });

    it('on Ctrl-C says that the run goes on and how to look at it', async () => {
      standIn.views = [busyRun('verwerken')];
      const running = startCommandLine(['run', 'start', 'duo-po', '--wacht'], env());
      await running.said('Records verwerken');
      running.process.kill('SIGINT');
      const { code, stdout, stderr } = await running.ended;
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      expect(stderr).toContain(
        `U volgt de run niet meer; de run zelf gaat door.\nLater bekijken: npm run -s gids-import -- run toon ${id}, of verder volgen: npm run -s gids-import -- run volg ${id}\n`,
      );
    });

    it('waits on when the gateway restarts', async () => {
      standIn.views = [busyRun('verwerken')];
      const running = startCommandLine(['run', 'volg', id], env());
      await running.said('Records verwerken');
      await standIn.stop();
      await running.said('De gateway antwoordt niet');
      standIn.views = [exampleRun()];
      await standIn.start();
      expect(await running.ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Voltooid/) });
    });
  });

  describe('toon', () => {
    it('shows a run, however it ended, and ends with 0', async () => {
      standIn.views = [exampleRun({ status: 'mislukt', probleem: { code: 'DEADLINE', melding: 'De run duurde te lang.' } })];
      expect(await run('toon', id)).toMatchObject({ code: 0, stdout: expect.stringContaining('De run duurde te lang. (DEADLINE)'), stderr: '' });
    });

    it('gives its JSON', async () => {
      const { stdout } = await run('toon', id, '--json');
      expect(JSON.parse(stdout)).toEqual(exampleRun());
    });

    it('says so when it is not there', async () => {
      standIn.answers.set('GET /v1/importruns/weg', (_request, response) => problem(response, 404, 'De run weg bestaat niet.'));
      expect(await run('toon', 'weg')).toEqual({ code: 1, stdout: '', stderr: 'Fout: De run weg bestaat niet.\n' });
    });
  });

  it('lijst gives a line per run for scripts', async () => {
    standIn.answers.set('GET /v1/importruns', (_request, response) => reply(response, 200, page([exampleRun()])));
    expect(await run('lijst', '--bron', 'duo-po')).toEqual({
      code: 0,
      stdout: `${id}\tduo-po\tvoltooid\t2026-11-22T05:00:00.000Z\t12\t6122\t17\t62\t2\t0\n`,
      stderr: '1 run\n',
    });
    expect(standIn.asked).toEqual(['GET /v1/importruns?bronId=duo-po&page=1&pageSize=25&count=true']);
  });
});
