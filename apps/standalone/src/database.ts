import { startPostgres } from '@gids/embedded-postgres';
import { Client } from 'pg';

const name = 'gids';

/** Where the standalone process keeps its state. */
export interface StandaloneDatabase {
  readonly url: string;
  stop(): Promise<void>;
  /** Calls back when the server ends although nobody stopped it. */
  onExit(callback: () => void): void;
}

/** Uses the server at `url`, or starts the embedded one in the data directory. */
export async function openStandaloneDatabase(dataDirectory: string, url: string | undefined, log: (line: string) => void): Promise<StandaloneDatabase> {
  if (url) return { url, stop: async () => undefined, onExit: () => undefined };
  const server = await startPostgres({ dataDirectory, log });
  await createDatabase(server.url('postgres'));
  return { url: server.url(name), stop: () => server.stop(), onExit: (callback) => server.onExit(callback) };
}

async function createDatabase(administrationUrl: string): Promise<void> {
  const client = new Client({ connectionString: administrationUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
}
