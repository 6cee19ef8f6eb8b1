import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemUser } from './system-user.js';

/** Programs of PostgreSQL, and the account to run them under (undefined: our own). */
export interface Installation {
  /** Directory with `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string;
  readonly user: SystemUser | undefined;
}

export type ProgramName = 'initdb' | 'pg_ctl' | 'postgres';

/** Exit code and everything that a program wrote. */
export interface ProgramResult {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Starts a program that works in `directory`.
 *
 * Under another account the directory is handed over as an open file descriptor: that account may be unable to walk
 * to it, because a directory above it (a home directory, our data directory) is closed to others.
 *
 * @param toArguments receives the path under which the program sees `directory`
 */
export function startProgram(
  installation: Installation,
  name: ProgramName,
  directory: string,
  toArguments: (path: string) => readonly string[],
  options: SpawnOptions & { readonly stdio: ['ignore', 'pipe' | number, 'pipe' | number] },
): ChildProcess {
  const { bin, user } = installation;
  const program = join(bin, process.platform === 'win32' ? `${name}.exe` : name);
  // From a directory that every account can enter; ours may be closed to it.
  const settings: SpawnOptions = { ...options, cwd: user ? '/' : bin, env: environment(), windowsHide: true };
  if (!user) return spawn(program, toArguments(directory), settings);
  const descriptor = openSync(directory, 'r');
  try {
    return spawn(program, toArguments('/proc/self/fd/3'), { ...settings, ...user, stdio: [...options.stdio, descriptor] });
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Runs a program to its end.
 *
 * @throws the error of the operating system when the program cannot be started
 */
export function runProgram(
  installation: Installation,
  name: ProgramName,
  directory: string,
  toArguments: (path: string) => readonly string[],
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = startProgram(installation, name, directory, toArguments, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Ours without `PGPORT`, `PGDATA` and the like, which a user has set for other servers. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}
