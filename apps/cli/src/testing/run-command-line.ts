import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../bin/gids-import.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves when standard error holds this text. */
  said(wanted: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts the real program, as built, with nothing in its environment but this. */
export function startCommandLine(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Running {
  const child = spawn(process.execPath, [entry, ...args], { env: { PATH: process.env['PATH'], ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  const said = (wanted: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => written.stderr.includes(wanted) && resolve();
      child.stderr.on('data', check);
      child.once('close', () => reject(new Error(`never said '${wanted}', but: ${written.stderr}`)));
      check();
    });
  return { process: child, said, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...written }))) };
}

/** Runs the real program to its end. */
export const runCommandLine = (args: readonly string[], env?: NodeJS.ProcessEnv, cwd?: string): Promise<Ended> => startCommandLine(args, env, cwd).ended;
