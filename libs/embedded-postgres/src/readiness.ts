import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { ServerProcess } from './server-process.js';

/** SQLSTATE: the server lives, but still starts or recovers. */
const CANNOT_CONNECT_NOW = '57P03';
/** SQLSTATE: wrong password. */
const INVALID_PASSWORD = '28P01';

const worthTellingMs = 1_000;

/**
 * Waits until a server lets us in. As long as its process lives there is no time limit: recovery after a crash takes
 * what it takes.
 *
 * @returns false when the server ended before it was ready
 * @throws EmbeddedPostgresError when it refuses our password
 */
export async function waitUntilReady(server: ServerProcess, url: string, log: (line: string) => void): Promise<boolean> {
  const started = performance.now();
  let told = false;
  while (!server.exit()) {
    const refusal = await connectOnce(url);
    if (refusal === undefined) return true;
    if (refusal === INVALID_PASSWORD) throw wrongPassword();
    // Every start refuses connections for a moment; only a recovery takes longer.
    if (refusal === CANNOT_CONNECT_NOW && !told && performance.now() - started > worthTellingMs) {
      told = true;
      log('PostgreSQL herstelt zich van een onverwachte stop…');
    }
    await delay(25);
  }
  return false;
}

/** Undefined when we got in, else the code of the error. */
async function connectOnce(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks after an error is told by that error; without a listener Node would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function wrongPassword(): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'De database weigert het wachtwoord uit postgres-access.json in de gegevensmap. Zet beide samen terug uit één back-up.',
  );
}
