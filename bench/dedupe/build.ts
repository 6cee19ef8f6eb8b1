import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Builds what is measured, so that it is always the code as it stands; takes a moment when nothing changed. */
export function buildProduct(): void {
  const projects = ['apps/deduplicator/tsconfig.lib.json', 'libs/testing/tsconfig.lib.json'];
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '--build', ...projects], { cwd: root, stdio: ['ignore', 2, 2] });
}
