import { OrganisationMapped, type DataOf, type Envelope, type EventDefinition, type OrganisationContent } from '@gids/contracts';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, type Log, type WireMessage } from '@gids/messaging';
import { migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, eventually, type TestDatabase } from '@gids/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { deduplicator } from '../deduplicator.js';

/** Milliseconds until a test gives up waiting; ample, because other work may keep the machine busy. */
const patience = 45_000;

/** The deduplicator as it is deployed, on a database of its own, with a bus on which a test tells it events. */
export class DeduplicatorUnderTest {
  private readonly services: RunningService[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly pool: pg.Pool,
    private readonly bus: PostgresBus,
  ) {}

  static async create(): Promise<DeduplicatorUnderTest> {
    const database = await createTestDatabase();
    await migrateService(deduplicator, database.url);
    const bus = await connect(database.url);
    await bus.declare();
    return new DeduplicatorUnderTest(database, poolOn(database.url), bus);
  }

  /** Starts one more replica. */
  async start(): Promise<void> {
    const { url: databaseUrl } = this.database;
    const bus = await connect(databaseUrl);
    this.services.push(await startService(deduplicator, { env: {}, databaseUrl, bus, log: silent, poolSize: 6, prefetch: 4 }));
  }

  /** Tells events and waits until they have been handled and what followed from them has left. */
  async handle(...events: Envelope[]): Promise<void> {
    await this.send(packFrames(events));
  }

  /** Sends frames as they are and waits until they have come to their end. */
  async send(frames: readonly WireMessage[]): Promise<void> {
    for (const frame of frames) await this.bus.publish(frame);
    const waiting = "SELECT FROM outbox UNION ALL SELECT FROM message WHERE queue LIKE 'deduplicator.%'";
    await eventually(async () => (await this.rows(waiting)).length, { within: patience, until: (count) => count === 0 });
  }

  /** What was carried on to the publisher, by bronID. */
  async carriedOn<Definition extends EventDefinition>(definition: Definition): Promise<Map<string | undefined, Envelope<DataOf<Definition>>>> {
    const frames = await this.rows<{ body: Buffer }>("SELECT body FROM message WHERE queue = 'publisher.pipeline' AND type = $1 ORDER BY seq", [definition.type]);
    const events = frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<DataOf<Definition>>[]);
    return new Map(events.map((event) => [event.subject, event]));
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

/** An event about the directory, or of a run where it says so. */
export function eventOf<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, more: Partial<Envelope> = {}): Envelope {
  const id = uuidv7();
  return {
    specversion: '1.0',
    id,
    source: 'urn:nld:gids:test',
    type: definition.type,
    time: '2026-08-04T06:00:05.000Z',
    datacontenttype: 'application/json',
    correlationid: id,
    ...more,
    data,
  };
}

/** A record as the mapper sends it. */
export function mapped(recordId: string, organisation: OrganisationContent, runid = uuidv7()): Envelope {
  const data = { importId: 'duo', sourceId: 'duo-po', recordId, organisation, makeVisible: true, issues: [] };
  return eventOf(OrganisationMapped, data, { subject: recordId, runid, runsequence: 7, correlationid: runid });
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function connect(url: string): Promise<PostgresBus> {
  return PostgresBus.connect({ url, topology: pipelineTopology, requests: new LocalRequests(), log: silent });
}

/** A pool for the test's own looks; what still closes when the database is dropped may be cut. */
function poolOn(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, options: '-c search_path=deduplicator,bus' });
  return pool.on('error', () => undefined);
}
