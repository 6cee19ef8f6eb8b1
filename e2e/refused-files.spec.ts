import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gidsImport, importFile } from './support/installation.js';
import { demoFile, hasRealData, realFile } from './support/paths.js';
import { readResult } from './support/result.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

describe('R8 a file that looks wrong', () => {
  const good = hasRealData ? realFile('duo-po-2026-08.csv') : demoFile('duo-po-demo.csv');
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let standalone: Standalone;
  let before: string;
  let text: string;

  const directory = async () => JSON.stringify(await readResult(await standalone.databaseUrl()));

  beforeAll(async () => {
    folder = await temporaryFolder();
    standalone = await Standalone.start(join(folder.path, 'data'));
    await importFile(standalone, 'duo-po', good);
    before = await directory();
    text = (await readFile(good)).toString('latin1');
  });

  afterAll(async () => {
    await standalone.stop();
    await folder.remove();
  });

  const withoutKeyColumn = () => text.replace('VESTIGINGSCODE', 'CODE VAN DE SCHOOL');
  const cutAt37Percent = () => text.slice(0, Math.round(text.length * 0.37));

  it.each([
    ['a truncated file', 'TRUNCATED', () => cutAt37Percent()],
    ['an empty file', 'EMPTY', () => ''],
    ['a file with only a header', 'EMPTY', () => text.slice(0, text.indexOf('\n') + 1)],
    ['a web page', 'NOT_CSV', () => '<!doctype html>\n<html><body>Onderhoud</body></html>\n'],
    ['a file without its key column', 'HEADER_CHANGED', () => withoutKeyColumn()],
    ['a file in UTF-16', 'ENCODING', () => Buffer.from(`\ufeff${text.slice(0, 4000)}`, 'utf16le').toString('latin1')],
  ])('%s is refused with code %s and a sentence; the directory is unchanged', async (name, code, make) => {
    const file = join(folder.path, `${name.replaceAll(' ', '-')}.csv`);
    await writeFile(file, make(), 'latin1');
    const run = await importFile(standalone, 'duo-po', file);
    expect({ status: run.status, code: run.probleem?.code }).toEqual({ status: 'geweigerd', code });
    expect(run.probleem?.melding).toMatch(/^[A-Z].{20,}\.$/s);
    expect(await directory()).toBe(before);
  });

  it('ends the command with exit code 1 and its sentence', async () => {
    const file = join(folder.path, 'leeg.csv');
    await writeFile(file, '');
    const { code, stdout, stderr } = await gidsImport(standalone, 'run', 'start', 'duo-po', '--van-bestand', file, '--wacht');
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/leeg/i);
  });

  it('stops nothing that comes after it', async () => {
    const run = await importFile(standalone, 'duo-po', good);
    expect(run.status).toBe('voltooid');
    expect(run.aantallen['toegevoegd']).toBe(0);
    expect(await directory()).toBe(before);
  });
});
