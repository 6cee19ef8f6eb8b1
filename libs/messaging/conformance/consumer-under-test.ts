import { migrate, openDatabase, sqlOf, type Sql } from '@gids/persistence';
import { createTestDatabase } from '@gids/testing';
import type { Envelope, EventDefinition } from '@gids/contracts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { FrameConsumer, messagingEntities, messagingMigrations, Transactions, type FrameConsumerOptions, type Log, type WireMessage } from '../src/index.js';
import { eagerPolicy, quietLog, recordEffect, ThingDone, type ThingHandler } from './test-service.js';

/** A frame that waits in the outbox. */
export interface OutgoingFrame {
  readonly id: string;
  readonly type: string;
  readonly targetQueue: string | null;
  readonly headers: object;
  readonly events: Envelope[];
}

export interface StoredLetter {
  readonly messageId: string;
  readonly reason: string;
  readonly error: string;
  readonly subject: string | null;
  readonly attempts: number;
  readonly state: string;
}

/** The state of one service in a database of its own, and consumers on it that are fed by hand. */
export class StateUnderTest {
  private constructor(
    readonly orm: MikroORM,
    readonly databaseUrl: string,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async create(): Promise<StateUnderTest> {
    const database = await createTestDatabase();
    const orm = await openDatabase({ url: database.url, definition: { schema: 'state', entities: messagingEntities, migrations: messagingMigrations } });
    await migrate(orm, 'state');
    const state = new StateUnderTest(orm, database.url, () => database.drop());
    await state.sql().run('CREATE TABLE effect (thing text, value int, run int)');
    return state;
  }

  sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }

  transactions(): Transactions {
    return new Transactions('mapper', this.orm, { poke: () => undefined });
  }

  consumer(handler: ThingHandler = recordEffect, parts: Partial<FrameConsumerOptions> = {}): FrameConsumer {
    return new FrameConsumer({
      service: 'mapper',
      queue: 'first.pipeline',
      orm: this.orm,
      transactions: this.transactions(),
      handlerOf: (): never => handler as never,
      lookup: (type): EventDefinition | undefined => (type === ThingDone.type ? ThingDone : undefined),
      policy: eagerPolicy,
      log: quietLog,
      ...parts,
    });
  }

  /** Things that had an effect, in order, each as often as it had. */
  async effects(): Promise<string[]> {
    return (await this.sql().all<{ thing: string }>('SELECT thing FROM effect ORDER BY thing')).map(({ thing }) => thing);
  }

  async letters(): Promise<StoredLetter[]> {
    return this.sql().all('SELECT message_id AS "messageId", reason, error, subject, attempts, state FROM dead_letter ORDER BY message_id');
  }

  async inbox(): Promise<Record<string, string>> {
    const rows = await this.sql().all<{ message_id: string; state: string }>('SELECT message_id, state FROM inbox');
    return Object.fromEntries(rows.map((row) => [row.message_id, row.state]));
  }

  async outbox(): Promise<OutgoingFrame[]> {
    const rows = await this.sql().all<{ message_id: string; type: string; target_queue: string | null; headers: string; body: Buffer }>('SELECT * FROM outbox ORDER BY seq');
    return rows.map((row) => ({
      id: row.message_id,
      type: row.type,
      targetQueue: row.target_queue,
      headers: JSON.parse(row.headers) as object,
      events: JSON.parse(row.body.toString()) as Envelope[],
    }));
  }

  /** Takes what waits in the outbox out of it, as messages. */
  async takeOutgoing(): Promise<WireMessage[]> {
    const frames = await this.outbox();
    await this.sql().run('DELETE FROM outbox');
    return frames.map(({ id, type, headers, events }) => ({ id, type, headers, body: Buffer.from(JSON.stringify(events)) }));
  }

  async clear(): Promise<void> {
    await this.sql().run('TRUNCATE effect, inbox, outbox, dead_letter');
  }

  async drop(): Promise<void> {
    await this.orm.close();
    await this.dropDatabase();
  }
}

/** A log that keeps what was said. */
export function keepingLog(): { log: Log; said: { level: string; fields: Record<string, unknown>; text: string }[] } {
  const said: { level: string; fields: Record<string, unknown>; text: string }[] = [];
  const say = (level: string) => (fields: object, text: string) => void said.push({ level, fields: fields as Record<string, unknown>, text });
  return { log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') }, said };
}
