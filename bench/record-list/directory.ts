import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureMachineToken, gateway } from '@gids/gateway';
import { LocalRequests, pipelineTopology, PostgresBus, type Log } from '@gids/messaging';
import { publisher } from '@gids/publisher';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, freePort, type TestDatabase } from '@gids/testing';
import pg from 'pg';

const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: (...what) => console.error(...what) };

/** The publisher and the gateway as they are deployed, on a throw-away database of their own. */
export class MeasuredDirectory {
  readonly pool: pg.Pool;
  readonly #database: TestDatabase;
  readonly #services: RunningService[];
  readonly #address: string;
  readonly #token: string;

  private constructor(database: TestDatabase, services: RunningService[], address: string, token: string) {
    this.#database = database;
    this.#services = services;
    this.#address = address;
    this.#token = token;
    this.pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c search_path=publisher' }).on('error', () => undefined);
  }

  static async start(): Promise<MeasuredDirectory> {
    const database = await createTestDatabase();
    for (const service of [publisher, gateway]) await migrateService(service, database.url);
    const token = await tokenOf(database.url);
    const requests = new LocalRequests();
    const connect = async () => {
      const bus = await PostgresBus.connect({ url: database.url, topology: pipelineTopology, requests, log });
      await bus.declare();
      return bus;
    };
    const port = await freePort();
    const env = { PORT: String(port), GIDS_BASE_URL: `http://localhost:${port}` };
    const surroundings = { env, databaseUrl: database.url, log, poolSize: 6, prefetch: 2 };
    const services = [await startService(publisher, { ...surroundings, bus: await connect() }), await startService(gateway, { ...surroundings, bus: await connect() })];
    return new MeasuredDirectory(database, services, `http://127.0.0.1:${port}`, token);
  }

  /** Asks over HTTP. @returns milliseconds until the whole answer was in @throws where it is no 200 */
  async time(path: string): Promise<number> {
    const started = performance.now();
    const response = await fetch(`${this.#address}${path}`, { headers: { authorization: `Bearer ${this.#token}` } });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
    return performance.now() - started;
  }

  async close(): Promise<void> {
    for (const service of this.#services.reverse()) await service.close();
    await this.pool.end();
    await this.#database.drop();
  }
}

async function tokenOf(databaseUrl: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gids-bench-'));
  try {
    const file = join(folder, 'token');
    await ensureMachineToken(databaseUrl, file);
    return readFileSync(file, 'utf8').trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
