import { chown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The account that PostgreSQL runs under when it may not be our own. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody`, which every Linux has. */
const NOBODY: SystemUser = { uid: 65_534, gid: 65_534 };

/**
 * Decides under which account PostgreSQL runs: our own, except that it refuses to run as root. For root it is the
 * owner of the existing cluster, else `nobody`.
 *
 * @param cluster directory of the cluster, which need not exist yet
 * @returns undefined for our own account
 * @throws EmbeddedPostgresError when the cluster belongs to another user, or for root outside Linux
 */
export async function serverUser(cluster: string): Promise<SystemUser | undefined> {
  const own = process.getuid?.();
  if (own === undefined) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (own === 0) return userInsteadOfRoot(owner);
  if (owner && owner.uid !== own) {
    throw new EmbeddedPostgresError(
      `De databasemap ${cluster} is van een andere gebruiker (uid ${owner.uid}). ` +
        'Start als die gebruiker, of kies met GIDS_DATA_DIR een andere map.',
    );
  }
  return undefined;
}

function userInsteadOfRoot(owner: SystemUser | undefined): SystemUser {
  if (process.platform !== 'linux') {
    throw new EmbeddedPostgresError('PostgreSQL mag niet als root draaien. Start als gewone gebruiker.');
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Gives a directory with all that is in it to a user; does nothing when PostgreSQL runs under our own account. */
export async function giveTo(user: SystemUser | undefined, directory: string): Promise<void> {
  if (!user) return;
  await chown(directory, user.uid, user.gid);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await giveTo(user, path);
    else if (!entry.isSymbolicLink()) await chown(path, user.uid, user.gid);
  }
}
