import { randomUUID } from 'node:crypto';
import type { Actor, DataOf, Envelope, EventDefinition, PayloadOf, ReplyOf, RequestDefinition } from '@gids/contracts';
import { InboxEntry, LocalRequests, packFrames, pipelineTopology, PostgresBus, RequestClient, type Log } from '@gids/messaging';
import { openDatabase, sqlOf, type Sql } from '@gids/persistence';
import { completeDatabase, migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { DeliveryRow, MessageRow, type DeliveryEntity, type MessageEntity } from '../entities.js';
import { DigestRow } from '../notices/notice.entities.js';
import { notifier } from '../notifier.js';

/** The notifier as it is deployed, on a database of its own and with a clock that a test turns. */
export class NotifierUnderTest {
  /** Every line that was logged, as JSON. */
  readonly logged: string[] = [];
  private readonly services = new Set<RunningService>();
  private now = new Date('2026-08-04T06:00:30.000Z');

  private constructor(
    private readonly database: TestDatabase,
    private readonly orm: MikroORM,
    private readonly bus: PostgresBus,
    /** Where the services of this test answer each other. */
    readonly requests: LocalRequests,
  ) {}

  static async create(): Promise<NotifierUnderTest> {
    const database = await createTestDatabase();
    await migrateService(notifier, database.url);
    const requests = new LocalRequests();
    const bus = await busOn(database.url, requests);
    await bus.declare();
    const orm = await openDatabase({ url: database.url, definition: completeDatabase(notifier), poolSize: 2 });
    return new NotifierUnderTest(database, orm, bus, requests);
  }

  /** Starts one more replica. */
  async start(env: NodeJS.ProcessEnv, databaseUrl = this.database.url): Promise<RunningService> {
    const service = await startService(notifier, {
      env,
      databaseUrl,
      bus: await busOn(databaseUrl, this.requests),
      log: this.log(),
      poolSize: 6,
      prefetch: 4,
      clock: () => this.now,
    });
    this.services.add(service);
    return service;
  }

  /** Where the database is, for a replica that reaches it along another line. */
  get databaseUrl(): string {
    return this.database.url;
  }

  /** Stops a replica as SIGTERM does. */
  async stop(service: RunningService): Promise<void> {
    this.services.delete(service);
    await service.close();
  }

  /** Hands an event to the bus, in a frame of its own. */
  async tell<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, runid?: string, id = randomUUID() as string): Promise<void> {
    const event: Envelope = {
      specversion: '1.0',
      id,
      source: `urn:nld:gids:${definition.producer}`,
      type: definition.type,
      time: this.now.toISOString(),
      datacontenttype: 'application/json',
      correlationid: runid ?? 'none',
      ...(runid !== undefined && { runid }),
      data,
    };
    for (const frame of packFrames([event])) await this.bus.publish(frame);
  }

  advance(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  /** Whether nothing is in hand, and nothing to be taken in hand before the clock is turned. */
  async atRest(): Promise<boolean> {
    const [busy] = await this.sql().all<{ count: number }>(
      `SELECT ((SELECT count(*) FROM digest WHERE closed_at IS NULL AND due_at <= $1)
         + (SELECT count(*) FROM delivery WHERE state = 'sending' OR due_at <= $1))::int AS count`,
      [this.now],
    );
    return busy?.count === 0;
  }

  /** How the frames that came in ended: `done` or `dead`. */
  async frames(): Promise<string[]> {
    return (await this.orm.em.fork().find(InboxEntry, {})).map(({ state }) => state);
  }

  /** Asks the notifier as the gateway does. */
  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>, actor?: Actor): Promise<ReplyOf<Definition>> {
    return new RequestClient(this.bus).ask(definition, payload, { actor });
  }

  /** All messages, in the inbox or by mail, in the order of their readers. */
  messages(): Promise<MessageEntity[]> {
    return this.orm.em.fork().find(MessageRow, {}, { orderBy: { createdAt: 'asc', kind: 'asc', reader: 'asc' } });
  }

  /** Digests that are not told yet. */
  async openDigests(): Promise<string[]> {
    return (await this.orm.em.fork().find(DigestRow, { closedAt: null })).map(({ id }) => id);
  }

  /** Turns the clock to a moment. */
  setClock(moment: string): void {
    this.now = new Date(moment);
  }

  /** Runs SQL in the schema of the notifier. */
  sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }

  deliveries(): Promise<DeliveryEntity[]> {
    const orderBy = { message: { createdAt: 'asc', kind: 'asc', reader: 'asc' } } as const;
    return this.orm.em.fork().find(DeliveryRow, {}, { populate: ['message'], orderBy });
  }

  async states(): Promise<string[]> {
    return (await this.deliveries()).map(({ state }) => state);
  }

  /** Leaves all deliveries as a process does that ended after the server's answer and before it was stored. */
  async loseOutcomes(): Promise<void> {
    const dueAt = new Date(this.now.getTime() + 60_000);
    await this.orm.em.fork().nativeUpdate(DeliveryRow, {}, { state: 'sending', dueAt, detail: null });
  }

  async close(): Promise<void> {
    for (const service of this.services) await this.stop(service);
    await this.bus.close();
    await this.orm.close();
    await this.database.drop();
  }

  private log(): Log {
    const write = (fields: object, message: string) => void this.logged.push(JSON.stringify({ ...fields, message }));
    return { debug: write, info: write, warn: write, error: write };
  }
}

function busOn(url: string, requests: LocalRequests): Promise<PostgresBus> {
  const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return PostgresBus.connect({ url, topology: pipelineTopology, requests, log: silent });
}
