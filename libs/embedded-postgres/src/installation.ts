import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { completeLinks, nativeDirectory, OWN_SERVER, platformPackage } from './platform-package.js';
import { runProgram, type Installation } from './program.js';
import type { SystemUser } from './system-user.js';

/**
 * Finds programs of PostgreSQL that can be run here and by that user.
 *
 * @throws EmbeddedPostgresError when there are none for this platform, or they cannot be run
 */
export async function findInstallation(user: SystemUser | undefined, log: (line: string) => void): Promise<Installation> {
  const native = nativeDirectory(platformPackage(process.platform, process.arch));
  await completeLinks(native);
  return runnableInstallation(native, user, log);
}

/**
 * The programs in `native`, or, when `user` cannot reach them there (a project below a directory that is closed to
 * others, such as /root), a copy of them in a place that is open to everyone.
 *
 * @param openPlaces directories to try for the copy
 * @throws EmbeddedPostgresError when they cannot be run in either place
 */
export async function runnableInstallation(
  native: string,
  user: SystemUser | undefined,
  log: (line: string) => void,
  openPlaces: readonly string[] = [tmpdir(), '/var/tmp'],
): Promise<Installation> {
  const installed = { bin: join(native, 'bin'), user };
  const problem = await runProblem(installed);
  if (!problem) return installed;
  if (user) {
    for (const place of openPlaces) {
      const copied = { bin: join(await openCopy(native, place, log), 'bin'), user };
      if (!(await runProblem(copied))) return copied;
    }
  }
  throw new EmbeddedPostgresError(
    `De ingebouwde PostgreSQL in ${native} kan hier niet draaien (${problem}). ` +
      `Start als gewone gebruiker op een platform met glibc, macOS of Windows. ${OWN_SERVER}`,
  );
}

/** Whether a program can be run is best seen by running it. Undefined = it can. */
async function runProblem(installation: Installation): Promise<string | undefined> {
  try {
    const { code, output } = await runProgram(installation, 'postgres', installation.bin, () => ['--version']);
    return code === 0 ? undefined : output.trim();
  } catch (error) {
    return (error as Error).message;
  }
}

/** Copies once per version, and trusts only a copy that nobody but root can have made or changed. */
async function openCopy(native: string, place: string, log: (line: string) => void): Promise<string> {
  const copy = join(place, `gids-postgres-${await packageVersion(native)}`);
  if (await isOfRoot(copy)) return copy;
  log(`De programma's van PostgreSQL worden eenmalig gekopieerd naar ${copy}, waar gebruiker nobody ze kan draaien.`);
  const unfinished = await mkdtemp(`${copy}-`);
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(async (cause: unknown) => {
    await rm(unfinished, { recursive: true });
    throw new EmbeddedPostgresError(`De map ${copy} is niet van root. Verwijder die map en start opnieuw.`, { cause });
  });
  return copy;
}

async function packageVersion(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function isOfRoot(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
