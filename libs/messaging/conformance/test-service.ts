import { defineEvent, type Envelope, type ServiceName } from '@gids/contracts';
import { migrate, openDatabase, sqlOf, type Sql } from '@gids/persistence';
import { createTestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import {
  FrameConsumer,
  messagingEntities,
  messagingMigrations,
  OutboxRelay,
  Transactions,
  tryInPlace,
  type Bus,
  type FrameContext,
  type Log,
  type RetryPolicy,
  type Subscription,
} from '../src/index.js';

/** The event of these tests: something that should have one effect. */
export const ThingDone = defineEvent({
  name: 'ThingDone',
  context: 'operations',
  summary: 'Something was done.',
  producer: 'every service',
  schema: z.object({ thing: z.string(), value: z.int() }),
  example: { thing: 'a', value: 1 },
});

export const quietLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Tries as often as the standard policy, without the pauses between. */
export const eagerPolicy: RetryPolicy = { inPlace: 4, whileUnavailable: 50, crashes: 3, pause: () => new Promise((done) => setTimeout(done, 20)), random: () => 0.5 };

export type ThingHandler = (events: readonly Envelope<{ thing: string; value: number }>[], context: FrameContext) => Promise<void>;

/** Records one effect per event, as a store of a service would. */
export const recordEffect: ThingHandler = async (events, { sql }) => {
  for (const { data, runsequence } of events) {
    await sql.run('INSERT INTO effect (thing, value, run) VALUES ($1, $2, $3)', [data.thing, data.value, runsequence ?? 0]);
  }
};

/** A service as small as can be: its state, its outbox and relay, its consumers. */
export class TestService {
  private readonly subscriptions: Subscription[] = [];
  private readonly relay: OutboxRelay;
  readonly transactions: Transactions;

  private constructor(
    readonly orm: MikroORM,
    readonly bus: Bus,
    private readonly dropDatabase: () => Promise<void>,
  ) {
    this.relay = new OutboxRelay(orm, bus, quietLog);
    this.transactions = new Transactions('mapper', orm, this.relay);
    this.relay.start();
  }

  /**
   * @param databaseUrl where its state is kept; a fresh database where absent
   * @param schema what it calls its own; two with the same are replicas of one service
   */
  static async start(bus: Bus, databaseUrl?: string, schema = 'state'): Promise<TestService> {
    const database = databaseUrl ? { url: databaseUrl, drop: async () => undefined } : await createTestDatabase();
    const definition = { schema, entities: messagingEntities, migrations: messagingMigrations };
    const orm = await openDatabase({ url: database.url, definition });
    await migrate(orm, schema);
    const service = new TestService(orm, bus, () => database.drop());
    await service.sql().run('CREATE TABLE IF NOT EXISTS effect (thing text, value int, run int)');
    return service;
  }

  sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }

  /** Publishes through the outbox, in frames as large as they come. */
  async send(things: readonly { thing: string; value?: number; run?: number }[]): Promise<void> {
    const send = () =>
      this.transactions.run({}, async ({ emit }) => {
        for (const { thing, value = 1, run } of things) {
          emit(ThingDone, { thing, value }, { subject: thing, ...(run !== undefined && { origin: { runsequence: run } }) });
        }
      });
    // The pool may still hold connections that were cut before.
    await tryInPlace(send, eagerPolicy);
  }

  async consume(queue: string, handler: ThingHandler = recordEffect, prefetch = 4, service: ServiceName = 'mapper'): Promise<Subscription> {
    const consumer = new FrameConsumer({
      service,
      queue,
      orm: this.orm,
      transactions: this.transactions,
      handlerOf: () => handler as never,
      lookup: (type) => (type === ThingDone.type ? ThingDone : undefined),
      policy: eagerPolicy,
      log: quietLog,
    });
    const subscription = await this.bus.subscribe(queue, (delivery) => consumer.handle(delivery), { prefetch });
    this.subscriptions.push(subscription);
    return subscription;
  }

  /** Effects by thing: how often each was made. */
  async effects(): Promise<Record<string, number>> {
    const rows = await this.sql().all<{ thing: string; times: number }>('SELECT thing, count(*)::int AS times FROM effect GROUP BY thing ORDER BY thing');
    return Object.fromEntries(rows.map((row) => [row.thing, row.times]));
  }

  async deadLetters(): Promise<{ reason: string; messageId: string; subject: string | null; state: string }[]> {
    return this.sql().all('SELECT reason, message_id AS "messageId", subject, state FROM dead_letter ORDER BY created_at');
  }

  async waiting(): Promise<number> {
    const [row] = await this.sql().all<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
    return row?.waiting ?? -1;
  }

  poke(): void {
    this.relay.poke();
  }

  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    await this.relay.stop();
    await this.orm.close();
    await this.dropDatabase();
  }
}
