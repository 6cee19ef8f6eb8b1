import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect } from 'amqplib';
import pg from 'pg';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Something that the tests need is not there and cannot be made. The message says how to get it. */
export class MissingServer extends Error {}

/**
 * Makes sure that a PostgreSQL is there: the one of GIDS_TEST_DATABASE_URL, else one that trusts us on this machine,
 * else the embedded one, for as long as the tests run.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 * @throws {MissingServer} when the given one cannot be used
 */
export async function postgresForTests() {
  const given = process.env.GIDS_TEST_DATABASE_URL;
  const candidates = given ? [given] : ['postgres', 'root'].map((role) => `postgresql://${role}@127.0.0.1:5432/postgres`);
  for (const url of candidates) if (await canCreateDatabases(url)) return { url, stop: async () => undefined };
  if (given) {
    throw new MissingServer(
      'PostgreSQL van GIDS_TEST_DATABASE_URL is niet bereikbaar, of de rol mag geen databases maken. Start die server of laat de variabele weg.\n' +
        'PostgreSQL of GIDS_TEST_DATABASE_URL cannot be reached, or its role may not create databases. Start it, or unset the variable.',
    );
  }
  return startEmbeddedPostgres();
}

/**
 * Makes sure that a RabbitMQ is there: the one of GIDS_TEST_AMQP_URL or of this machine, else that of
 * deploy/test-servers.yml, else (as root on Debian) the installed or newly installed one. What was started goes on running.
 *
 * @returns {Promise<string>} its address
 * @throws {MissingServer} when there is none and none can be started
 */
export async function rabbitmqForTests() {
  const given = process.env.GIDS_TEST_AMQP_URL;
  const url = given ?? 'amqp://guest:guest@127.0.0.1:5672';
  if (await accepts(url)) return url;
  const ways = given ? [] : [startWithCompose, startOnDebian];
  for (const start of ways) if ((await start()) && (await waitFor(() => accepts(url)))) return url;
  throw new MissingServer(
    `RabbitMQ is niet bereikbaar op ${new URL(url).host}. Voer "docker compose -f deploy/test-servers.yml up -d rabbitmq" uit, installeer het pakket rabbitmq-server, of geef GIDS_TEST_AMQP_URL op.\n` +
      `RabbitMQ cannot be reached at ${new URL(url).host}. Run "docker compose -f deploy/test-servers.yml up -d rabbitmq", install the package rabbitmq-server, or set GIDS_TEST_AMQP_URL.`,
  );
}

/**
 * Makes sure that a Python with zeep is there, the foreign client of the SOAP tests: that of GIDS_TEST_PYTHON or of this
 * machine, else (as root on Debian) a newly installed one.
 *
 * @returns {Promise<string>} its command
 * @throws {MissingServer} when there is none and none can be installed
 */
export async function zeepForTests() {
  const given = process.env.GIDS_TEST_PYTHON;
  const candidates = given ? [given] : ['python3', '/usr/bin/python3'];
  const find = async () => {
    for (const python of candidates) if (await succeeds(python, '-c', 'import zeep')) return python;
  };
  const found = (await find()) ?? (!given && (await installOnDebian('python3-zeep', 'zeep (Python)')) ? await find() : undefined);
  if (found) return found;
  throw new MissingServer(
    'Python met het pakket zeep ontbreekt; de SOAP-tests gebruiken het als vreemde client. Installeer het pakket python3-zeep, of voer "pip install zeep" uit en geef GIDS_TEST_PYTHON op.\n' +
      'Python with the package zeep is missing; the SOAP tests use it as a foreign client. Install the package python3-zeep, or run "pip install zeep" and set GIDS_TEST_PYTHON.',
  );
}

async function canCreateDatabases(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('SELECT rolsuper OR rolcreatedb AS allowed FROM pg_roles WHERE rolname = current_user');
    return rows[0].allowed;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startEmbeddedPostgres() {
  console.log('Er draait geen PostgreSQL; de tests gebruiken de ingebouwde.');
  const dataDirectory = await mkdtemp(join(tmpdir(), 'gids-test-postgres-'));
  const script = join(root, 'libs/embedded-postgres/src/start-postgres.process.mjs');
  const holder = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Ctrl-C must reach the tests first, and their database after them.
    detached: true,
  });
  const [line] = await once(createInterface({ input: holder.stdout }), 'line');
  const { url, error } = JSON.parse(line);
  if (error) throw new MissingServer(error);
  return {
    url,
    async stop() {
      const ended = once(holder, 'exit');
      holder.kill('SIGTERM');
      await ended;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function accepts(url) {
  try {
    await (await connect(url, { timeout: 5_000 })).close();
    return true;
  } catch {
    return false;
  }
}

const testServers = join(root, 'deploy/test-servers.yml');

async function startWithCompose() {
  if (!existsSync(testServers) || !(await succeeds('docker', 'info'))) return false;
  console.log('RabbitMQ wordt gestart met docker compose…');
  return succeeds('docker', 'compose', '--file', testServers, 'up', '-d', 'rabbitmq');
}

async function startOnDebian() {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  if (!(await succeeds('which', 'rabbitmq-server')) && !(await installOnDebian('rabbitmq-server', 'RabbitMQ'))) return false;
  console.log('RabbitMQ wordt gestart…');
  await succeeds('rabbitmq-server', '-detached');
  return true;
}

async function installOnDebian(debianPackage, name) {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`${name} wordt geïnstalleerd met apt-get…`);
  await succeeds('apt-get', 'update');
  return succeeds('apt-get', 'install', '-y', '--no-install-recommends', debianPackage);
}

/** Whether a command ends well; what it writes is not shown, because the next way may work. */
async function succeeds(command, ...parameters) {
  try {
    await run(command, parameters, { cwd: root, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 2 ** 26 });
    return true;
  } catch {
    return false;
  }
}

async function waitFor(fact) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (await fact()) return true;
    await delay(250);
  }
  return false;
}
