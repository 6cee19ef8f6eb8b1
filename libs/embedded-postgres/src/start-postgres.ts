import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseUrl, freePort, readAccess, saveAccess, type Access } from './access.js';
import { clusterDirectory, ensureCluster } from './cluster.js';
import { lockDataDirectory, type DataDirectoryLock } from './data-directory-lock.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findInstallation } from './installation.js';
import { clearLeftoverServer } from './leftover-server.js';
import type { Installation } from './program.js';
import { waitUntilReady } from './readiness.js';
import { startServer, stopServer, type ServerExit, type ServerProcess } from './server-process.js';
import { serverUser } from './system-user.js';

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** Port on 127.0.0.1; the same at every start, as long as no other program takes it. */
  readonly port: number;
  /** Address of a database, with role and password. The database `postgres` always exists. */
  url(database: string): string;
  /** Ends the server and gives the data directory free. May be called twice, and after the server has died. */
  stop(): Promise<void>;
  /** Calls back when the server ends without `stop()`: nothing works any more, so end the process. */
  onExit(callback: (exit: ServerExit) => void): void;
}

export interface EmbeddedPostgresOptions {
  /** Everything is kept in here; made when it does not exist. */
  readonly dataDirectory: string;
  /** Receives Dutch lines on what takes time or is unusual. */
  readonly log: (line: string) => void;
}

/**
 * Starts the PostgreSQL that came with npm on a data directory and waits until it accepts connections. What was
 * committed survives `kill -9` of this process, of the server, and of both: a server that this process leaves behind
 * is found and stopped by the next start.
 *
 * @throws EmbeddedPostgresError with a Dutch sentence when it cannot be started
 */
export async function startPostgres({ dataDirectory, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(dataDirectory);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = lockDataDirectory(directory);
  try {
    const cluster = clusterDirectory(directory);
    const installation = await findInstallation(await serverUser(cluster), log);
    const access = await readAccess(directory);
    await ensureCluster(installation, directory, access, log);
    await clearLeftoverServer(installation, cluster, access, log);
    const running = await startUntilReady(installation, directory, access, log);
    return handle(installation, cluster, running, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface Running {
  readonly access: Access;
  readonly server: ServerProcess;
}

const ATTEMPTS = 60;

/**
 * Reasons that pass by themselves: processes of a killed server that still end, and a port that another program took
 * between our look and the start.
 */
const PASSING = /pre-existing shared memory block|could not bind/;

async function startUntilReady(
  installation: Installation,
  directory: string,
  known: Access,
  log: (line: string) => void,
): Promise<Running> {
  const logFile = join(directory, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const access = { ...known, port: await freePort(known.port) };
    if (access.port !== known.port) await saveAccess(directory, access);
    const server = startServer(installation, clusterDirectory(directory), settings(access), logFile);
    if (await becomesReady(installation, directory, { access, server }, log)) return { access, server };
    const logged = server.logged();
    if (attempt === ATTEMPTS || !PASSING.test(logged)) throw notStarted(logFile, logged);
    await delay(500);
  }
}

/** A server that lives but refuses us must not stay behind. */
async function becomesReady(
  installation: Installation,
  directory: string,
  { access, server }: Running,
  log: (line: string) => void,
): Promise<boolean> {
  try {
    return await waitUntilReady(server, databaseUrl(access, 'postgres'), log);
  } catch (error) {
    await stopServer(installation, clusterDirectory(directory));
    throw error;
  }
}

/**
 * Safe before fast: fsync and synchronous_commit stay on, as they are by default. Only the port on this machine, no
 * socket in the file system.
 */
function settings(access: Access): Record<string, string> {
  return {
    cluster_name: access.mark,
    listen_addresses: '127.0.0.1',
    port: String(access.port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
}

function notStarted(logFile: string, logged: string): EmbeddedPostgresError {
  const last = logged.trim().split('\n').slice(-8).join('\n');
  return new EmbeddedPostgresError(`PostgreSQL kon niet starten. De laatste regels van ${logFile}:\n${last}`);
}

function handle(
  installation: Installation,
  cluster: string,
  { access, server }: Running,
  lock: DataDirectoryLock,
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    if (!server.exit()) await stopServer(installation, cluster);
    await server.exited;
    lock.release();
  };
  return {
    port: access.port,
    url: (database) => databaseUrl(access, database),
    stop: () => (stopping ??= end()),
    onExit: (callback) => void server.exited.then((exit) => (stopping ? undefined : callback(exit))),
  };
}
