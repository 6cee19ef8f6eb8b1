import {
  OrganisationMapped,
  OrganisationRemoved,
  OrganisationSaved,
  RowVanished,
  RunFetched,
  type Actor,
  type DataOf,
  type Envelope,
  type EventDefinition,
  type OrganisationContent,
  type PayloadOf,
  type ReplyOf,
  type RequestDefinition,
} from '@gids/contracts';
import { LocalRequests, packFrames, pipelineTopology, PostgresBus, RequestClient, type Log, type WireMessage } from '@gids/messaging';
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
    private readonly requests: LocalRequests,
  ) {}

  static async create(): Promise<DeduplicatorUnderTest> {
    const database = await createTestDatabase();
    await migrateService(deduplicator, database.url);
    const requests = new LocalRequests();
    const bus = await connect(database.url, requests);
    await bus.declare();
    return new DeduplicatorUnderTest(database, poolOn(database.url), bus, requests);
  }

  /** Starts one more replica, with the settings that it is given. */
  async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { url: databaseUrl } = this.database;
    const bus = await connect(databaseUrl, this.requests);
    this.services.push(await startService(deduplicator, { env, databaseUrl, bus, log: silent, poolSize: 6, prefetch: 4 }));
  }

  /** Asks what the gateway would ask. @param actor who asks; the house itself unless told */
  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>, actor?: Actor): Promise<ReplyOf<Definition>> {
    return new RequestClient(this.bus).ask(definition, payload, { timeout: patience, actor });
  }

  /** Tells events and waits until they have been handled and what followed from them has left. */
  async handle(...events: Envelope[]): Promise<void> {
    await this.send(packFrames(events));
  }

  /** Sends frames as they are and waits until they have come to their end. */
  async send(frames: readonly WireMessage[]): Promise<void> {
    for (const frame of frames) await this.bus.publish(frame);
    await this.settled();
  }

  /** Waits until nothing is left to do. */
  async settled(): Promise<void> {
    const waiting = "SELECT FROM outbox UNION ALL SELECT FROM message WHERE queue LIKE 'deduplicator.%' UNION ALL SELECT FROM stale_record";
    await eventually(async () => (await this.rows(waiting)).length, { within: patience, until: (count) => count === 0 });
  }

  /** What was told to the publisher, by bronID: of each the last. */
  async carriedOn<Definition extends EventDefinition>(definition: Definition): Promise<Map<string | undefined, Envelope<DataOf<Definition>>>> {
    return new Map((await this.told(definition)).map((event) => [event.subject, event]));
  }

  /** Everything of a kind that was told to the publisher, in order. */
  async told<Definition extends EventDefinition>(definition: Definition): Promise<Envelope<DataOf<Definition>>[]> {
    const frames = await this.rows<{ body: Buffer }>("SELECT body FROM message WHERE queue LIKE 'publisher.%' AND type = $1 ORDER BY seq", [definition.type]);
    return frames.flatMap(({ body }) => JSON.parse(body.toString()) as Envelope<DataOf<Definition>>[]);
  }

  /** Forgets what was told so far. */
  async forgetTold(): Promise<void> {
    await this.rows("DELETE FROM message WHERE queue LIKE 'publisher.%'");
  }

  async rows<Row extends object = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, [...parameters])).rows as Row[];
  }

  /** Does something while rows are locked by somebody else. */
  async whileLocked(lock: string, parameters: readonly unknown[], work: () => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(lock, [...parameters]);
      await work();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  /** Tells events, and waits for nothing. */
  async tell(...events: Envelope[]): Promise<void> {
    for (const frame of packFrames(events)) await this.bus.publish(frame);
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
export function mapped(recordId: string, organisation: OrganisationContent, runid = uuidv7(), runsequence = 7): Envelope {
  const data = { importId: 'duo', sourceId: 'duo-po', recordId, organisation, makeVisible: true, issues: [] };
  return eventOf(OrganisationMapped, data, { subject: recordId, runid, runsequence, correlationid: runid });
}

/** A managed organisation as the publisher tells of it. */
export function saved(gidsId: number, organisation: OrganisationContent, more: Partial<DataOf<typeof OrganisationSaved>> = {}): Envelope {
  return eventOf(OrganisationSaved, { gidsId, version: 1, visible: true, organisation, ...more });
}

export function removed(gidsId: number, version: number): Envelope {
  return eventOf(OrganisationRemoved, { gidsId, version });
}

/** A record that a run did not find any more. */
export function vanished(recordId: string, runsequence = 7): Envelope {
  const runid = uuidv7();
  return eventOf(RowVanished, { importId: 'duo', sourceId: 'duo-po', recordId }, { subject: recordId, runid, runsequence, correlationid: runid });
}

/** The end of a run. */
export function fetched(runid = uuidv7(), runsequence = 8): Envelope {
  return eventOf(RunFetched, { ...RunFetched.example, importId: 'duo', sourceId: 'duo-po' }, { subject: 'duo-po', runid, runsequence, correlationid: runid });
}

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function connect(url: string, requests: LocalRequests): Promise<PostgresBus> {
  return PostgresBus.connect({ url, topology: pipelineTopology, requests, log: silent });
}

/** A pool for the test's own looks; what still closes when the database is dropped may be cut. */
function poolOn(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3, options: '-c search_path=deduplicator,bus' });
  return pool.on('error', () => undefined);
}
