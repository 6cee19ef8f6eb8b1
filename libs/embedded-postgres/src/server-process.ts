import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram, startProgram, type Installation } from './program.js';

/** How a server ended. */
export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A started `postgres`, ready or not. */
export interface ServerProcess {
  /** Fulfilled when the process is gone. */
  readonly exited: Promise<ServerExit>;
  /** Undefined while the process lives. */
  exit(): ServerExit | undefined;
  /** What this server has written to its log since it was started. */
  logged(): string;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts the server on a cluster, in a process group of its own: Ctrl-C reaches the whole foreground group, and the
 * services must be able to end their work before their database goes.
 */
export function startServer(
  installation: Installation,
  cluster: string,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): ServerProcess {
  const log = openLog(logFile);
  const toArguments = (path: string): string[] => [
    '-D',
    path,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  try {
    const child = startProgram(installation, 'postgres', cluster, toArguments, {
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    return { ...observe(child), logged: () => readFileSync(logFile).subarray(log.start).toString() };
  } finally {
    closeSync(log.descriptor);
  }
}

/**
 * Stops the server of a cluster: open transactions are rolled back, all that was committed is on disk. A server that
 * has not ended after a minute is cut off; it then recovers from its write-ahead log at the next start.
 *
 * @throws EmbeddedPostgresError when the server does not end
 */
export async function stopServer(installation: Installation, cluster: string): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const { code } = await runProgram(installation, 'pg_ctl', cluster, (path) => [
      'stop',
      `--pgdata=${path}`,
      `--mode=${mode}`,
      '--wait',
      '--timeout=60',
      '--silent',
    ]);
    if (code === 0) return;
  }
  throw new EmbeddedPostgresError(`PostgreSQL op ${cluster} stopt niet. Beëindig het proces "postgres" en start opnieuw.`);
}

function observe(child: ChildProcess): Omit<ServerProcess, 'logged'> {
  let exit: ServerExit | undefined;
  const exited = new Promise<ServerExit>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null): void => resolve((exit = { code, signal }));
    child.once('exit', end);
    child.once('error', () => end(null, null));
  });
  return { exited, exit: () => exit };
}

function openLog(file: string): { descriptor: number; start: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), start: size > LOG_LIMIT_BYTES ? 0 : size };
}
