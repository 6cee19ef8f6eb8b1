import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import {
  retryDelays,
  type Bus,
  type DeliveryHandler,
  type RequestHandler,
  type RetryDelay,
  type Settlement,
  type Subscription,
  type Topology,
  type WireMessage,
} from '../bus.js';
import type { Log } from '../log.js';
import { within } from '../within.js';
import { RabbitConnection } from './connection.js';
import { RabbitPublisher } from './publisher.js';
import { RabbitRequester } from './requester.js';
import { RabbitSubscription } from './subscription.js';
import { assertTopology, RabbitNames } from './topology.js';
import { fromDelivery, toProperties } from './wire.js';

const operationTimeoutMs = 10_000;
const defaultConfirmTimeoutMs = 15_000;

export interface RabbitBusOptions {
  readonly url: string;
  readonly topology: Topology;
  /** Name of the service, shown in the broker's list of connections. */
  readonly name: string;
  readonly log: Log;
  /** Put before every name in the broker. */
  readonly prefix?: string;
  /** Milliseconds within which the broker must confirm a message; it does not while it blocks publishers. */
  readonly confirmTimeout?: number;
}

/**
 * The bus over RabbitMQ: quorum queues, confirms, `mandatory`, manual acknowledgement. Publishing and
 * consuming have a connection each, so that a broker that blocks publishers still hands out messages.
 */
export class RabbitBus implements Bus {
  private readonly names: RabbitNames;
  private readonly publisher: RabbitPublisher;
  private readonly requester: RabbitRequester;
  private readonly subscriptions: RabbitSubscription[] = [];
  private publishing: RabbitConnection | undefined;
  private consuming: RabbitConnection | undefined;
  private consumingModel: ChannelModel | undefined;

  private constructor(private readonly options: RabbitBusOptions) {
    this.names = new RabbitNames(options.prefix ?? '');
    this.publisher = new RabbitPublisher(options.confirmTimeout ?? defaultConfirmTimeoutMs, options.log, (channel) => this.requester.attach(channel));
    this.requester = new RabbitRequester(this.publisher);
  }

  /** Resolves when both connections are there. */
  static async connect(options: RabbitBusOptions): Promise<RabbitBus> {
    const bus = new RabbitBus(options);
    const { url, name, log } = options;
    bus.publishing = await RabbitConnection.open(url, `${name} publishes`, log, (model) => bus.publisher.attach(model));
    bus.consuming = await RabbitConnection.open(url, `${name} consumes`, log, (model) => bus.attachAll(model));
    return bus;
  }

  async declare(): Promise<void> {
    await this.withChannel((channel) => this.assertTopology(channel));
  }

  async publish(message: WireMessage): Promise<void> {
    await this.publisher.publish(this.names.exchange(), message.type, message.body, toProperties(message));
  }

  async publishTo(queue: string, message: WireMessage): Promise<void> {
    await this.publisher.publish('', this.names.queue(queue), message.body, toProperties(message));
  }

  async subscribe(queue: string, handler: DeliveryHandler, { prefetch }: { prefetch: number }): Promise<Subscription> {
    const live = await this.consume(this.names.queue(queue), prefetch, (message) => handler(deliveryOf(message, false)));
    const dead = await this.consume(this.names.dead(queue), 1, (message) => this.handleGivenUp(message, handler));
    return {
      attached: () => live.attached() && dead.attached(),
      drain: async () => void (await Promise.all([live.drain(), dead.drain()])),
    };
  }

  request(queue: string, payload: Buffer, timeout: number): Promise<Buffer> {
    return this.requester.request(this.names.queue(queue), payload, timeout);
  }

  async serve(queue: string, handler: RequestHandler): Promise<Subscription> {
    return this.consume(this.names.queue(queue), 8, async ({ content, properties }) => {
      const reply = await handler(content);
      if (typeof properties.replyTo === 'string') await this.reply(properties.replyTo, String(properties.correlationId), reply);
      return 'done' as const;
    });
  }

  async depth(queue: string): Promise<number> {
    return this.withChannel(async (channel) => (await channel.checkQueue(this.names.queue(queue))).messageCount);
  }

  isConnected(): boolean {
    return Boolean(this.publishing?.isConnected() && this.consuming?.isConnected() && this.publisher.ready());
  }

  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    await this.publisher.close();
    await Promise.all([this.publishing?.close(), this.consuming?.close()]);
  }

  private async consume(queue: string, prefetch: number, handler: (message: ConsumeMessage) => Promise<Settlement>) {
    const subscription = new RabbitSubscription({
      queue,
      prefetch,
      handler,
      putOff: (message, settlement) => this.putOff(queue, message, settlement),
      declare: (channel) => this.assertTopology(channel),
      log: this.options.log,
    });
    this.subscriptions.push(subscription);
    if (this.consumingModel) await subscription.attach(this.consumingModel);
    return subscription;
  }

  /** What was given up has nowhere to go back to: a broker drops it when it is refused often enough. So it waits. */
  private async handleGivenUp(message: ConsumeMessage, handler: DeliveryHandler): Promise<Settlement> {
    const delivery = deliveryOf(message, true);
    return handler(delivery).catch((err: unknown) => {
      this.options.log.error({ err, messageId: delivery.message.id }, 'message that was given up cannot be set aside; it waits');
      return { retryAfter: retryDelays[2], headers: delivery.message.headers };
    });
  }

  /** Runs at every connection: whatever the broker lost is there again before anybody consumes. */
  private async attachAll(model: ChannelModel): Promise<void> {
    this.consumingModel = model;
    if (this.subscriptions.length > 0) await this.declare();
    for (const subscription of this.subscriptions) await subscription.attach(model);
  }

  private assertTopology(channel: Channel): Promise<void> {
    return assertTopology(channel, this.options.topology, this.names);
  }

  private async putOff(queue: string, message: ConsumeMessage, settlement: Exclude<Settlement, 'done'>): Promise<void> {
    const wire = { ...fromDelivery(message), headers: settlement.headers };
    const wait = this.names.wait(settlement.retryAfter as RetryDelay);
    await this.publisher.publish(wait, queue, wire.body, toProperties(wire));
  }

  /** Who asked may have gone. The request was carried out: that its reply is lost must not make it happen again. */
  private async reply(replyTo: string, correlationId: string, body: Buffer): Promise<void> {
    await this.publisher
      .publish('', replyTo, body, { messageId: correlationId, correlationId, contentType: 'application/json' })
      .catch((err: unknown) => this.options.log.warn({ err, correlationId }, 'reply was lost'));
  }

  private async withChannel<Result>(work: (channel: Channel) => Promise<Result>): Promise<Result> {
    const model = this.consumingModel;
    if (!model) throw new Error('There is no connection to RabbitMQ');
    const channel = await within(operationTimeoutMs, model.createChannel(), 'Opening a channel');
    channel.on('error', () => undefined);
    try {
      return await within(operationTimeoutMs, work(channel), 'An operation of RabbitMQ');
    } finally {
      void channel.close().catch(() => undefined);
    }
  }
}

function deliveryOf(message: ConsumeMessage, givenUp: boolean) {
  return { message: fromDelivery(message), redelivered: message.fields.redelivered, givenUp };
}
