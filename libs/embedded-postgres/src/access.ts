import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** How to reach the embedded server; kept from start to start in a file that only its owner can read. */
export interface Access {
  /** 0 until the first start has chosen one. */
  readonly port: number;
  readonly password: string;
  /** Not secret: stands on the server's command line, so that it can be recognised among all processes. */
  readonly mark: string;
}

/** The one role of the embedded server, its superuser. */
export const ROLE = 'gids';

/**
 * Reads how to reach the server of a data directory, or makes it up for a new one.
 *
 * @throws EmbeddedPostgresError when the file is damaged
 */
export async function readAccess(directory: string): Promise<Access> {
  const text = await readFile(accessFile(directory), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (text !== undefined) return parse(text, directory);
  const mark = `gids-import-${randomBytes(8).toString('hex')}`;
  return saveAccess(directory, { port: 0, password: randomBytes(24).toString('base64url'), mark });
}

/** Writes the file whole or not at all. */
export async function saveAccess(directory: string, access: Access): Promise<Access> {
  const unfinished = `${accessFile(directory)}.new`;
  await writeFile(unfinished, `${JSON.stringify(access)}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, accessFile(directory));
  return access;
}

/** Keeps the port of the earlier starts, unless another program has taken it. */
export async function freePort(preferred: number): Promise<number> {
  return (preferred > 0 ? await tryPort(preferred) : undefined) ?? (await tryPort(0)) ?? 0;
}

/** The address of a database on the embedded server. */
export function databaseUrl(access: Access, database: string): string {
  return `postgresql://${ROLE}:${access.password}@127.0.0.1:${access.port}/${encodeURIComponent(database)}`;
}

const accessFile = (directory: string): string => join(directory, 'postgres-access.json');

function parse(text: string, directory: string): Access {
  try {
    const { port, password, mark } = JSON.parse(text) as Partial<Access>;
    if (port !== undefined && password && mark) return { port, password, mark };
  } catch {
    // Told below, like any other damage.
  }
  throw new EmbeddedPostgresError(
    `Het bestand ${accessFile(directory)} met het wachtwoord van de database is beschadigd. Zet het terug uit een back-up.`,
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
