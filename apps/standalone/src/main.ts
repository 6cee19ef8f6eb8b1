import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresError } from '@gids/embedded-postgres';
import { ensureFirstAdministrator, ensureMachineToken } from '@gids/gateway';
import { ConfigError, createLog, readConfig, type ConfigOf } from '@gids/service-host';
import { destination } from 'pino';
import { openStandaloneDatabase, type StandaloneDatabase } from './database.js';
import { importDemo } from './demo.js';
import { standaloneSettings } from './settings.js';
import { migrateAll, startAll, type Standalone } from './start-standalone.js';
import { progressLine, runSummary, Terminal } from './terminal.js';

type Config = ConfigOf<typeof standaloneSettings>;

const terminal = new Terminal();
let database: StandaloneDatabase | undefined;
let standalone: Standalone | undefined;
let stopping: Promise<void> | undefined;

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

try {
  await start(readConfig(standaloneSettings, process.env));
} catch (error) {
  if (!stopping) {
    const known = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
    console.error(known ? (error as Error).message : error);
    await stop(1);
  }
}

async function start(config: Config): Promise<void> {
  const dataDirectory = resolve(config.GIDS_DATA_DIR);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const log = createLog('standalone', config.LOG_LEVEL, destination({ dest: join(dataDirectory, 'gids.log'), sync: false }));
  terminal.line('G!DS-import start…');
  database = await openStandaloneDatabase(dataDirectory, config.DATABASE_URL, (line) => terminal.line(`  ${line}`));
  database.onExit(() => {
    console.error('De ingebouwde PostgreSQL is onverwacht gestopt; zie postgres.log in de gegevensmap. Start opnieuw met "npm start".');
    void stop(1);
  });
  await migrateAll(database.url);
  await welcomeAdministrator(database.url, dataDirectory);
  const env = { GIDS_BASE_URL: addressOf(config), ...process.env, GIDS_DATA_DIR: dataDirectory };
  standalone = await startAll(database.url, env, (service) => log.child({ service }));
  if (config.GIDS_DEMO) await showDemo(standalone);
  sayReady(config, dataDirectory);
}

/** The password is shown this once; only its hash is kept. */
async function welcomeAdministrator(databaseUrl: string, dataDirectory: string): Promise<void> {
  const administrator = await ensureFirstAdministrator(databaseUrl);
  await ensureMachineToken(databaseUrl, join(dataDirectory, 'machine-token'));
  if (!administrator) return;
  terminal.line();
  terminal.line(`  Beheerder: ${administrator.name}   wachtwoord: ${administrator.password}`);
  terminal.line('  Bewaar dit wachtwoord: het wordt maar één keer getoond.');
  terminal.line();
}

async function showDemo({ client }: Standalone): Promise<void> {
  const runs = await importDemo(client, (run) => terminal.progress(progressLine(run)));
  if (runs.length === 0) return;
  terminal.line();
  terminal.line('De voorbeeldbestanden zijn geïmporteerd:');
  for (const line of runs.flatMap(runSummary)) terminal.line(line);
}

function sayReady(config: Config, dataDirectory: string): void {
  const url = addressOf(config);
  terminal.line();
  terminal.line(`G!DS-import draait op ${url}. Stop met Ctrl-C.`);
  terminal.line(`  Zichtbare organisaties:  ${url}/v1/organisaties`);
  terminal.line(`  Beschrijving van de API: ${url}/v1/openapi.json`);
  terminal.line('  Importeer een bestand:   npm run -s gids-import -- run start duo-po --van-bestand <bestand> --wacht');
  terminal.line(`  Gegevens, post en logboek staan in ${dataDirectory}`);
}

function addressOf(config: Config): string {
  return `http://localhost:${config.PORT}`;
}

/** Ends in order, once; a second signal ends at once: what is committed is safe. */
function stop(code = 0): Promise<void> {
  if (stopping) process.exit(1);
  terminal.line('G!DS-import stopt…');
  stopping = (async () => {
    await standalone?.close();
    await database?.stop();
    process.exit(code);
  })();
  return stopping;
}
