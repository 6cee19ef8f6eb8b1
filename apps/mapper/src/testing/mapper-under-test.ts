import type { DataOf, Envelope, EventDefinition } from '@gids/contracts';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, type Log, type WireMessage } from '@gids/messaging';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { mapper } from '../mapper.js';

/** Milliseconds until a test gives up waiting; ample, because other work may keep the machine busy. */
const patience = 45_000;

/** The mapper as it is deployed, on a database of its own, with a bus on which a test tells it events. */
export class MapperUnderTest {
  private readonly services: RunningService[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly pool: pg.Pool,
    private readonly bus: PostgresBus,
  ) {}

  static async create(): Promise<MapperUnderTest> {
    const database = await createTestDatabase();
    await migrateService(mapper, database.url);
    const bus = await connect(database.url);
    await bus.declare();
    return new MapperUnderTest(database, poolOn(database.url), bus);
  }

  /** Starts one more replica. */
  async start(): Promise<void> {
    const { url: databaseUrl } = this.database;
    const bus = await connect(databaseUrl);
    this.services.push(await startService(mapper, { env: {}, databaseUrl, bus, log: silent, poolSize: 6, prefetch: 4 }));
  }

  /** Tells events and waits until they have been handled and what followed from them has left. */
  async handle(...events: Envelope[]): Promise<void> {
    await this.send(packFrames(events));
  }

  /** Sends frames as they are and waits until they have come to their end. */
  async send(frames: readonly WireMessage[]): Promise<void> {
    for (const frame of frames) await this.bus.publish(frame);
    const waiting = "SELECT FROM outbox UNION ALL SELECT FROM message WHERE queue LIKE 'mapper.%'";
    await eventually(async () => (await this.rows(waiting)).length, { within: patience, until: (count) => count === 0 });
  }

  /** What was told to the next service, in the order in which it left. */
  async told<Definition extends EventDefinition>(definition: Definition): Promise<Envelope<DataOf<Definition>>[]> {
    const frames = await this.rows<{ body: Buffer }>('SELECT body FROM message WHERE type = $1 ORDER BY seq', [definition.type]);
    return frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<DataOf<Definition>>[]);
  }

  async rows<Row extends object = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, [...parameters])).rows as Row[];
  }

  async close(): Promise<void> {
    for (const service of this.services) await service.close();
    await this.bus.close();
    await this.pool.end();
    await this.database.drop();
  }
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function connect(url: string): Promise<PostgresBus> {
  return PostgresBus.connect({ url, topology: pipelineTopology, requests: new LocalRequests(), log: silent });
}

/** A pool for the test's own looks; what still closes when the database is dropped may be cut. */
function poolOn(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, options: '-c search_path=mapper,bus' });
  return pool.on('error', () => undefined);
}
