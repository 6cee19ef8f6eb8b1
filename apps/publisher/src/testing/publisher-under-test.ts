import { events, type Actor, type DataOf, type Envelope, type EventDefinition, type PayloadOf, type ReplyOf, type RequestDefinition } from '@gids/contracts';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, RequestClient, type Log, type Topology, type WireMessage } from '@gids/messaging';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { publisher } from '../publisher.js';

type Row = Record<string, unknown>;

/** Milliseconds until a test gives up waiting; ample, because other work may keep the machine busy. */
const patience = 45_000;

/** Where everything that is told stays, beside the queues of those who listen: nobody empties it. */
const toldQueue = 'test.told';
const topology: Topology = { ...pipelineTopology, queues: [...pipelineTopology.queues, { name: toldQueue, types: events.map(({ type }) => type) }] };

/** The publisher as it is deployed, on a database of its own, with a bus on which a test tells it events. */
export class PublisherUnderTest {
  private readonly services: RunningService[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly pool: pg.Pool,
    private readonly bus: PostgresBus,
    private readonly requests: LocalRequests,
  ) {}

  /** A migrated database without a running publisher. */
  static async create(): Promise<PublisherUnderTest> {
    const database = await createTestDatabase();
    await migrateService(publisher, database.url);
    const requests = new LocalRequests();
    const bus = await connect(database.url, requests);
    await bus.declare();
    return new PublisherUnderTest(database, poolOn(database.url), bus, requests);
  }

  /** Starts one more replica. */
  async start(): Promise<void> {
    const { url: databaseUrl } = this.database;
    const bus = await connect(databaseUrl, this.requests);
    this.services.push(await startService(publisher, { env: {}, databaseUrl, bus, log: silent, poolSize: 6, prefetch: 4 }));
  }

  /** Puts events on the bus, in as few frames as they fit in. */
  async tell(...events: Envelope[]): Promise<WireMessage[]> {
    const frames = packFrames(events);
    await this.send(...frames);
    return frames;
  }

  /** Puts frames on the bus as they are, so that the same one can be sent twice. */
  async send(...frames: WireMessage[]): Promise<void> {
    for (const frame of frames) await this.bus.publish(frame);
  }

  /** Tells events and waits until they have been handled and what followed from them has left. */
  async handle(...events: Envelope[]): Promise<void> {
    await this.handled(await this.tell(...events));
  }

  /** Waits until frames have come to their end, well or badly, and nothing waits to be sent. */
  async handled(frames: readonly WireMessage[]): Promise<void> {
    const ids = frames.map(({ id }) => id);
    const settled = "SELECT FROM inbox WHERE message_id = ANY($1::text[]) AND state IN ('done', 'dead')";
    await eventually(async () => (await this.rows(settled, [ids])).length, { within: patience, until: (count) => count === ids.length });
    await this.idle();
  }

  /** Waits until every message has been taken in and every frame has left. */
  async idle(): Promise<void> {
    const waiting = "SELECT FROM outbox UNION ALL SELECT FROM message WHERE queue LIKE 'publisher.%'";
    await eventually(async () => (await this.rows(waiting)).length, { within: patience, until: (count) => count === 0 });
  }

  /** @param actor who asks; the house itself unless told */
  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>, actor?: Actor, timeout = 15_000): Promise<ReplyOf<Definition>> {
    return new RequestClient(this.bus).ask(definition, payload, { actor, service: 'publisher', timeout });
  }

  /** What was told to the services, by the publisher or by the test, in the order in which it left. */
  async told<Definition extends EventDefinition>(definition: Definition, runId?: string): Promise<Envelope<DataOf<Definition>>[]> {
    const frames = await this.rows<{ body: Buffer }>(
      `SELECT body FROM message WHERE queue = $3 AND type = $1 AND ($2::text IS NULL OR headers ->> 'runid' = $2) ORDER BY seq`,
      [definition.type, runId, toldQueue],
    );
    return frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<DataOf<Definition>>[]);
  }

  /** What stands in the publisher's own tables. */
  async rows<Result extends Row>(text: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return (await this.pool.query<Result>(text, [...parameters])).rows;
  }

  /** A connection on which a test can hold locks, as another publisher would. */
  connection(): Promise<pg.PoolClient> {
    return this.pool.connect();
  }

  /** Waits until this many transactions wait for a lock that somebody else holds. */
  async lockWaits(count: number): Promise<void> {
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await eventually(async () => (await this.rows(waiting)).length, { within: patience, until: (seen) => seen === count });
  }

  /** How many deadlocks PostgreSQL has ended in this database. */
  async deadlocks(): Promise<number> {
    const [row] = await this.rows<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    return Number(row?.deadlocks);
  }

  async deadLetters(): Promise<Row[]> {
    return this.rows('SELECT event_type, subject, reason, error FROM dead_letter ORDER BY created_at');
  }

  async close(): Promise<void> {
    for (const service of this.services) await service.close();
    await this.bus.close();
    await this.pool.end();
    await this.database.drop();
  }
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function connect(url: string, requests: LocalRequests): Promise<PostgresBus> {
  return PostgresBus.connect({ url, topology, requests, log: silent });
}

/** A pool for the test's own looks; what still closes when the database is dropped may be cut. */
function poolOn(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c search_path=publisher,bus' });
  return pool.on('error', () => undefined);
}
