import { consumption, eventByType, type EventDefinition, type EventLane, type ServiceName } from '@gids/contracts';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Bus, Subscription } from '../bus.js';
import { FrameConsumer, type FrameConsumerOptions } from '../consume/frame-consumer.js';
import type { FrameHandler } from '../consume/frame-handler.js';
import { standardRetryPolicy, type RetryPolicy } from '../consume/retry-policy.js';
import type { Log } from '../log.js';
import { queueOf, requestQueueOf } from '../topology.js';
import type { Transactions } from '../transactions.js';
import { findIncompleteness } from './completeness.js';
import { invoke } from './invoke.js';
import { RequestDispatcher } from './request-dispatcher.js';

export interface BusServerOptions {
  readonly service: ServiceName;
  readonly bus: Bus;
  readonly orm: MikroORM;
  readonly transactions: Transactions;
  readonly log: Log;
  /** Frames in hand at a time. */
  readonly prefetch: number;
  readonly policy?: RetryPolicy;
  readonly observe?: FrameConsumerOptions['observe'];
}

/**
 * The transport under `@EventPattern` and `@MessagePattern`: frames with inbox, outbox, retry and dead
 * letters for events, an answer within a time limit for requests. The framework's own RabbitMQ transport
 * loses messages by default, leaves failing ones unacknowledged and does not drain (RELIABILITY §0).
 */
export class BusServer extends Server implements CustomTransportStrategy {
  private readonly subscriptions: Subscription[] = [];

  constructor(private readonly options: BusServerOptions) {
    super();
  }

  /** Attaches all consumers. @throws where a handler is missing, repeated or unknown, with what to do */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      this.assertComplete();
      await this.options.bus.declare();
      for (const lane of ['pipeline', 'directory'] as const) await this.consume(lane);
      await this.serve();
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes in no more and waits for what is in hand. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
  }

  /** Part of readiness: connected but consuming nothing is not ready. */
  consumersAttached(): boolean {
    return this.subscriptions.length > 0 && this.subscriptions.every((subscription) => subscription.attached());
  }

  override on(): void {
    throw new Error('This transport has no events of its own');
  }

  override unwrap<T>(): T {
    return this.options.bus as T;
  }

  private assertComplete(): void {
    const handlers = [...this.messageHandlers].map(([pattern, handler]) => ({
      pattern,
      isEvent: Boolean(handler.isEventHandler),
      repeated: handler.next !== undefined,
    }));
    const findings = findIncompleteness(this.options.service, handlers);
    if (findings.length > 0) throw new Error(`${this.options.service} cannot start. ${findings.join(' ')}`);
  }

  private async consume(lane: EventLane): Promise<void> {
    const { service, bus, prefetch } = this.options;
    if (consumption[service][lane].length === 0) return;
    const queue = queueOf(service, lane);
    const consumer = new FrameConsumer({
      ...this.options,
      queue,
      policy: this.options.policy ?? standardRetryPolicy,
      lookup: eventByType,
      handlerOf: (definition) => this.frameHandler(lane, definition),
    });
    this.subscriptions.push(await bus.subscribe(queue, (delivery) => consumer.handle(delivery), { prefetch }));
  }

  private async serve(): Promise<void> {
    const { service, bus, log } = this.options;
    const dispatcher = new RequestDispatcher(service, (definition, payload, context) => invoke(this.handlerOf(definition.name), payload, context), log);
    this.subscriptions.push(await bus.serve(requestQueueOf(service), (payload) => dispatcher.dispatch(payload)));
  }

  private frameHandler(lane: EventLane, definition: EventDefinition): FrameHandler | undefined {
    if (!consumption[this.options.service][lane].includes(definition)) return undefined;
    const handler = this.handlerOf(definition.name);
    return async (events, context) => void (await invoke(handler, events, context));
  }

  private handlerOf(pattern: string): MessageHandler {
    const handler = this.messageHandlers.get(pattern);
    if (!handler) throw new Error(`No handler for ${pattern}`);
    return handler;
  }
}
