import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../..');

/** Runs an entry in a Node that says that it is of another version. */
function runUnder(version: string, entry: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, resolve(repository, entry)], { encoding: 'utf8' });
}

describe('an entry under a Node.js that is too old', () => {
  it.each([
    ['20.20.2', 'apps/standalone/start.mjs', 'npm start'],
    ['22.16.0', 'apps/standalone/start.mjs', 'npm start'],
    ['22.16.0', 'apps/cli/bin/gids-import.mjs', 'npm run -s gids-import'],
  ])('%s: %s says to use "%s"', (version, entry, command) => {
    const { status, stderr } = runUnder(version, entry);
    expect(status).toBe(1);
    expect(stderr).toContain(`Node.js ${version} is te oud (nodig: 22.17 of nieuwer). Voer eerst "npm ci" uit en daarna "${command}`);
    expect(stderr).toContain(`Node.js ${version} is too old`);
  });
});
