import { randomUUID } from 'node:crypto';
import type { DataOf, Envelope, EventDefinition } from '@gids/contracts';
import { InboxEntry, LocalRequests, packFrames, pipelineTopology, PostgresBus, type Log } from '@gids/messaging';
import { openDatabase } from '@gids/persistence';
import { completeDatabase, migrateService, startService, type RunningService } from '@gids/service-host';
import { createTestDatabase, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { DeliveryRow, type DeliveryEntity } from '../entities.js';
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
  ) {}

  static async create(): Promise<NotifierUnderTest> {
    const database = await createTestDatabase();
    await migrateService(notifier, database.url);
    const bus = await busOn(database.url);
    await bus.declare();
    const orm = await openDatabase({ url: database.url, definition: completeDatabase(notifier), poolSize: 2 });
    return new NotifierUnderTest(database, orm, bus);
  }

  /** Starts one more replica. */
  async start(env: NodeJS.ProcessEnv): Promise<RunningService> {
    const { url: databaseUrl } = this.database;
    const service = await startService(notifier, {
      env,
      databaseUrl,
      bus: await busOn(databaseUrl),
      log: this.log(),
      poolSize: 6,
      prefetch: 4,
      clock: () => this.now,
    });
    this.services.add(service);
    return service;
  }

  /** Stops a replica as SIGTERM does. */
  async stop(service: RunningService): Promise<void> {
    this.services.delete(service);
    await service.close();
  }

  /** Hands an event to the bus, in a frame of its own. */
  async tell<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, runid?: string): Promise<void> {
    const event: Envelope = {
      specversion: '1.0',
      id: randomUUID(),
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
    return (await this.deliveries()).every(({ state, dueAt }) => state !== 'sending' && (!dueAt || dueAt > this.now));
  }

  /** How the frames that came in ended: `done` or `dead`. */
  async frames(): Promise<string[]> {
    return (await this.orm.em.fork().find(InboxEntry, {})).map(({ state }) => state);
  }

  deliveries(): Promise<DeliveryEntity[]> {
    const orderBy = { message: { createdAt: 'asc', kind: 'asc', recipient: 'asc' } } as const;
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

function busOn(url: string): Promise<PostgresBus> {
  const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return PostgresBus.connect({ url, topology: pipelineTopology, requests: new LocalRequests(), log: silent });
}
