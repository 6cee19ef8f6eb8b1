import { Pool } from 'pg';
import type { Bus, DeliveryHandler, RequestHandler, Subscription, Topology, WireMessage } from '../bus.js';
import type { Log } from '../log.js';
import type { LocalRequests } from './local-requests.js';
import { countMessages, insertForQueue, insertForType } from './messages.js';
import { declareSchema } from './schema.js';
import { ClaimSession } from './session.js';
import { PostgresSubscription } from './subscription.js';

export interface PostgresBusOptions {
  readonly url: string;
  readonly topology: Topology;
  /** Shared by all services of the process. */
  readonly requests: LocalRequests;
  readonly log: Log;
}

/** The bus of the standalone form: a queue table in PostgreSQL that survives `kill -9`. */
export class PostgresBus implements Bus {
  private readonly pool: Pool;
  private readonly session: ClaimSession;
  private readonly subscriptions: PostgresSubscription[] = [];

  private constructor(private readonly options: PostgresBusOptions) {
    this.pool = new Pool({ connectionString: options.url, max: 6, application_name: 'gids bus', connectionTimeoutMillis: 10_000 });
    this.pool.on('error', (err) => options.log.warn({ err }, 'connection of the bus failed'));
    this.session = new ClaimSession(options.url, (queue) => this.wake(queue), options.log);
  }

  static async connect(options: PostgresBusOptions): Promise<PostgresBus> {
    const bus = new PostgresBus(options);
    await bus.session.open();
    return bus;
  }

  declare(): Promise<void> {
    return declareSchema(this.pool, this.options.topology);
  }

  publish(message: WireMessage): Promise<void> {
    return insertForType(this.pool, message);
  }

  publishTo(queue: string, message: WireMessage): Promise<void> {
    return insertForQueue(this.pool, queue, message);
  }

  async subscribe(queue: string, handler: DeliveryHandler, { prefetch }: { prefetch: number }): Promise<Subscription> {
    const subscription = new PostgresSubscription(queue, this.pool, this.session, handler, prefetch, this.options.log);
    this.subscriptions.push(subscription);
    return subscription.start();
  }

  request(queue: string, payload: Buffer, timeout: number): Promise<Buffer> {
    return this.options.requests.request(queue, payload, timeout);
  }

  async serve(queue: string, handler: RequestHandler): Promise<Subscription> {
    return this.options.requests.serve(queue, handler);
  }

  depth(queue: string): Promise<number> {
    return countMessages(this.pool, queue);
  }

  isConnected(): boolean {
    return this.session.current() !== undefined;
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    await this.session.close();
    await this.pool.end();
  }

  private wake(queue: string): void {
    for (const subscription of this.subscriptions) {
      if (queue === '' || subscription.queue === queue) subscription.wake();
    }
  }
}
