import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROLE, type Access } from './access.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram, type Installation } from './program.js';
import { giveTo } from './system-user.js';

/** PostgreSQL's own files below the data directory. */
export const clusterDirectory = (dataDirectory: string): string => join(dataDirectory, 'postgres');

const UNFINISHED = 'postgres.new-';

/**
 * Makes the cluster at the first start. It is made beside its place and moved there when it is whole, so that a start
 * that is killed half-way leaves nothing that looks like a cluster.
 *
 * @throws EmbeddedPostgresError when `initdb` fails
 */
export async function ensureCluster(
  installation: Installation,
  dataDirectory: string,
  access: Access,
  log: (line: string) => void,
): Promise<void> {
  await removeUnfinished(dataDirectory);
  const cluster = clusterDirectory(dataDirectory);
  if (existsSync(cluster)) return takeOver(installation, cluster);
  log('De database wordt eenmalig aangemaakt…');
  const staging = await mkdtemp(join(dataDirectory, UNFINISHED));
  await writeFile(join(staging, 'password'), access.password, { mode: 0o600 });
  await giveTo(installation.user, staging);
  await initialise(installation, staging, dataDirectory);
  await rename(join(staging, 'cluster'), cluster);
  await rm(staging, { recursive: true });
}

async function removeUnfinished(dataDirectory: string): Promise<void> {
  const left = (await readdir(dataDirectory)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of left) await rm(join(dataDirectory, name), { recursive: true, force: true, maxRetries: 5 });
}

/** A cluster that root put back from a backup belongs to root, which PostgreSQL refuses. */
async function takeOver(installation: Installation, cluster: string): Promise<void> {
  if (installation.user && (await stat(cluster)).uid === 0) await giveTo(installation.user, cluster);
}

/**
 * The built-in C.UTF-8 is the same on every operating system and knows upper and lower case of letters with accents,
 * which plain C does not. Dutch order is asked for where it is needed, with COLLATE "nl-x-icu".
 */
async function initialise(installation: Installation, staging: string, dataDirectory: string): Promise<void> {
  const { code, output } = await runProgram(installation, 'initdb', staging, (path) => [
    `--pgdata=${path}/cluster`,
    `--username=${ROLE}`,
    `--pwfile=${path}/password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  if (code === 0) return;
  await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  throw new EmbeddedPostgresError(
    `De database kon niet worden aangemaakt in ${dataDirectory}. Verhelp wat PostgreSQL meldt en start opnieuw:\n${output.trim()}`,
  );
}
