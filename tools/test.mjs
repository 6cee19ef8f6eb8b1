// The test command: everything that must hold, in one run. The last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { requireNode } from './node-version.mjs';
import { clearResults, sumResults } from './test-results.mjs';

requireNode('npm test');
const { MissingServer, postgresForTests, rabbitmqForTests, zeepForTests } = await import('./test-servers.mjs');

const root = fileURLToPath(new URL('..', import.meta.url));
const nx = createRequire(import.meta.url).resolve('nx/bin/nx.js');
const LONGEST_STEP_MS = 25 * 60_000;

// Nx hears Ctrl-C itself and ends; then it is our turn to end what we started.
let interrupted = false;
process.on('SIGINT', () => (interrupted = true));

process.exitCode = await runAll();

async function runAll() {
  let postgres;
  try {
    const amqpUrl = await rabbitmqForTests();
    const python = await zeepForTests();
    postgres = await postgresForTests();
    return await test({ GIDS_TEST_DATABASE_URL: postgres.url, GIDS_TEST_AMQP_URL: amqpUrl, GIDS_TEST_PYTHON: python });
  } catch (error) {
    if (!(error instanceof MissingServer)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await postgres?.stop();
  }
}

async function test(servers) {
  clearResults(root);
  const checked = await runTargets(['lint', 'typecheck', 'build', 'test'], 2, servers);
  const ran = !interrupted && (await runTargets(['e2e'], 1, servers));
  return report(checked && ran);
}

/** End-to-end tests have the machine for themselves; the rest shares two cores. */
async function runTargets(targets, parallel, servers) {
  const parameters = ['run-many', '-t', ...targets, `--parallel=${parallel}`, '--output-style=stream'];
  const env = { ...process.env, ...servers, NX_DAEMON: 'false', NX_TUI: 'false' };
  const child = spawn(process.execPath, [nx, ...parameters], { cwd: root, env, stdio: 'inherit' });
  const limit = setTimeout(() => giveUp(child), LONGEST_STEP_MS);
  const [code] = await once(child, 'exit');
  clearTimeout(limit);
  return code === 0;
}

/** Work that hangs must end as a failure that names it; Nx says which tasks it stopped. */
function giveUp(child) {
  console.error(`Na ${LONGEST_STEP_MS / 60_000} minuten nog niet klaar; de taken die nog lopen worden beëindigd.`);
  child.kill('SIGTERM');
}

/** No test at all is a failure, and so is a target that fails without a failing test, such as lint. */
function report(isGreen) {
  const { passed, failed } = sumResults(root);
  const failures = failed === 0 && (!isGreen || passed === 0) ? 1 : failed;
  if (failures > failed) console.log(passed === 0 ? 'No test was run.' : 'A target failed without a failing test; see above.');
  console.log(`${passed} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}
