import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Access } from './access.js';
import type { Installation } from './program.js';
import { stopServer } from './server-process.js';

/**
 * Clears what a killed standalone left in a cluster; the caller holds the lock on the data directory.
 *
 * - The server still runs: stop it, so that no statement of the killed process goes on beside us.
 * - Its process is gone: leave its pid file alone. PostgreSQL handles that itself, and looks first whether one of its
 *   other processes still has the shared memory, which nobody could see once the file is removed.
 * - Its process id now belongs to another program: PostgreSQL would refuse to start. Our own id takes the place, for
 *   PostgreSQL knows that a lock file with the id of its parent is stale, and still looks at the shared memory.
 */
export async function clearLeftoverServer(
  installation: Installation,
  cluster: string,
  access: Access,
  log: (line: string) => void,
): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!pid || !isAlive(pid)) return;
  if ((await commandLine(pid)).includes(access.mark)) {
    log('PostgreSQL draaide nog van een vorige keer en wordt eerst gestopt…');
    return stopServer(installation, cluster);
  }
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const run = promisify(execFile);

/** The command line of a process; empty when it is gone or may not be seen, so not ours. */
export async function commandLine(pid: number, platform: string = process.platform): Promise<string> {
  try {
    if (platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    if (platform === 'win32') return (await run('powershell.exe', ['-NoProfile', '-Command', windowsQuery(pid)])).stdout;
    return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

const windowsQuery = (pid: number): string => `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
