import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, problem, StandInGateway } from '../testing/stand-in-gateway.js';

describe('export', () => {
  let standIn: StandInGateway;
  let folder: string;
  const exporting = (...args: string[]) => runCommandLine(['export', 'duo-po', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    folder = await mkdtemp(join(tmpdir(), 'gids-export-'));
    standIn.answers.set('GET /v1/organisatieimporten', (request, response) => void response.writeHead(200, { 'content-type': 'text/csv' }).end(`vorm ${request.headers.accept}`));
  });
  afterEach(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['--csv', 'text/csv'],
    ['--xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('R80 %s writes the whole list of a source to a file', async (form, mediaType) => {
    const file = join(folder, 'lijst');
    expect(await exporting(form, '--naar', file, '--filter', 'importstatus=succes')).toMatchObject({ code: 0, stdout: `Geschreven: ${file}\n` });
    expect(await readFile(file, 'utf8')).toBe(`vorm ${mediaType}`);
    expect(standIn.asked[0]).toContain('importstatus=succes&bron=duo-po');
  });

  it('asks for one form, and says why the gateway refuses', async () => {
    expect((await exporting()).code).toBe(2);
    expect((await exporting('--csv', '--xlsx')).code).toBe(2);
    standIn.answers.set('GET /v1/organisatieimporten', (_request, response) => problem(response, 403, 'U hebt geen importrecht.'));
    expect(await exporting('--csv', '--naar', join(folder, 'x'))).toMatchObject({ code: 5, stderr: expect.stringContaining('geen importrecht') as string });
  });
});
