import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@gids/testing';
import { gidsImport } from './support/installation.js';
import { readLeftovers, readResult } from './support/result.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

describe('the first start', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => void (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  it('imports the demo, shows a summary and the address, and finds everything as it was at the second', async () => {
    const first = await Standalone.start(folder.path, { GIDS_DEMO: '1' });
    expect(first.output).toMatch(/Beheerder: beheerder {3}wachtwoord: \S{20,}/);
    expect(first.output).toMatch(/duo-po \(duo-po-demo\.csv\): 240 regels gelezen; 239 toegevoegd/);
    expect(first.output).toMatch(/lrk \(lrk-demo\.csv\): 260 regels gelezen; 259 toegevoegd/);
    const before = await readResult(await first.databaseUrl());
    expect(before.filter(({ type }) => type === 'ORGANISATION').length).toBe(498);
    expect(before.filter(({ type }) => type === 'PRODUCT').length).toBeGreaterThan(100);
    expect((await stat(first.tokenFile)).mode & 0o777).toBe(0o600);
    await eventually(async () => (await readdir(join(folder.path, 'post'))).length === 2);
    expect(await first.interrupt()).toBe(0);

    const second = await Standalone.start(folder.path, { GIDS_DEMO: '1' });
    expect(second.output).not.toContain('wachtwoord');
    expect(second.output).not.toContain('regels gelezen');
    expect(await readResult(await second.databaseUrl())).toEqual(before);
    expect(await second.interrupt()).toBe(0);
  });

  it('can go without the demo, and the command line finds its token', async () => {
    const standalone = await Standalone.start(folder.path);
    expect(standalone.output).not.toContain('regels gelezen');
    const { code, stdout } = await gidsImport(standalone, 'run', 'lijst', '--json');
    expect({ code, runs: JSON.parse(stdout) as unknown }).toMatchObject({ code: 0 });
    await standalone.stop();
  });

  it('answers nothing but the public routes without a right', async () => {
    const standalone = await Standalone.start(folder.path);
    const status = async (path: string) => (await fetch(`${standalone.url}${path}`)).status;
    for (const path of ['/v1/importruns', '/v1/importbronnen', '/v1/organisatieimporten', '/v1/wachtrijen', '/v1/gebeurtenissen']) {
      expect([path, await status(path)]).toEqual([path, 401]);
    }
    for (const path of ['/v1/organisaties', '/v1/gezondheid', '/v1/openapi.json']) expect([path, await status(path)]).toEqual([path, 200]);
    await standalone.stop();
  });

  it('goes on with the demo when it was killed in the middle of it', async () => {
    const killed = await Standalone.launch(folder.path, { GIDS_DEMO: '1' });
    await killed.says('Bestand controleren', 120_000);
    await killed.kill();
    const again = await Standalone.start(folder.path, { GIDS_DEMO: '1' });
    const url = await again.databaseUrl();
    expect((await readResult(url)).filter(({ type }) => type === 'ORGANISATION').length).toBe(498);
    expect(await readLeftovers(url)).toEqual({
      'organisations without a record': 0,
      'organisations shared by records': 0,
      'staged rows': 0,
      'open runs': 0,
      'dead letters': 0,
    });
    await again.stop();
  });
});
