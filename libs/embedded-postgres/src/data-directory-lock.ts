import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Keeps every other standalone away from a data directory until it is released or this process ends. */
export interface DataDirectoryLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** An open lock must not be garbage collected, for that would free it. */
const held = new Set<DatabaseSync>();

/**
 * Locks a data directory for this process.
 *
 * Node has no file locks, but SQLite, which is part of Node, takes a real one. The kernel frees it when the process
 * dies, in whatever way, so there is no stale lock to recognise; and it also holds between two containers that share
 * a volume, where process ids say nothing.
 *
 * @throws EmbeddedPostgresError when another standalone has the directory in use
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  const database = new DatabaseSync(join(directory, 'standalone.lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isBusy(error) ? inUse(directory) : error;
  }
  held.add(database);
  writeFileSync(holderFile(directory), `${process.pid}\n`);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}

const holderFile = (directory: string): string => join(directory, 'standalone.pid');

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;

function inUse(directory: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `De gegevensmap ${directory} is al in gebruik door een andere G!DS-import (proces ${readHolder(directory)}). ` +
      'Stop die eerst, of kies met GIDS_DATA_DIR een andere map.',
  );
}

function readHolder(directory: string): string {
  try {
    return readFileSync(holderFile(directory), 'utf8').trim();
  } catch {
    return 'onbekend';
  }
}
