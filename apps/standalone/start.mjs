import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { requireNode } from '../../tools/node-version.mjs';

requireNode('npm start');

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = new URL('./dist/main.js', import.meta.url);

await build(['apps/standalone/tsconfig.lib.json', 'apps/cli/tsconfig.lib.json']);
await import(main.href);

/** Compiles what has changed; ends the process when that fails. Says so when there is something to wait for. */
async function build(projects) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const notice = setTimeout(() => console.log('Bouwen…'), existsSync(main) ? 1_500 : 0);
  const child = spawn(process.execPath, [compiler, '--build', ...projects], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(notice);
  if (code === 0) return;
  console.error('Het bouwen is mislukt. Herstel de fouten hierboven en voer "npm start" opnieuw uit.');
  process.exit(1);
}
