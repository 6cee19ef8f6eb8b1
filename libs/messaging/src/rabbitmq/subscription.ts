import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import type { Settlement, Subscription } from '../bus.js';
import { InHand } from '../in-hand.js';
import type { Log } from '../log.js';
import { within } from '../within.js';
import { KeptChannel } from './kept-channel.js';

/** How a subscription treats one message; it settles it by what it returns or throws. */
export type MessageHandler = (message: ConsumeMessage) => Promise<Settlement>;
/** Puts a message off; resolves when the wait queue has it for sure. */
export type PutOffMessage = (message: ConsumeMessage, settlement: Exclude<Settlement, 'done'>) => Promise<void>;

export interface RabbitSubscriptionOptions {
  readonly queue: string;
  readonly prefetch: number;
  readonly handler: MessageHandler;
  readonly putOff: PutOffMessage;
  /** Creates again what the broker has lost while the connection lived, such as a queue that somebody deleted. */
  readonly declare: (channel: Channel) => Promise<void>;
  readonly log: Log;
}

const cancelWithinMs = 5_000;
const failedPauseMs = 200;

/**
 * A consumer of one queue on a channel of its own. It acknowledges after the handler has committed,
 * attaches itself again when the broker takes its queue away, and drains.
 */
export class RabbitSubscription implements Subscription {
  private readonly channel: KeptChannel<Channel>;
  private readonly inHand = new InHand();
  private consumerTag: string | undefined;
  private draining = false;
  /** On a new connection the bus has declared everything, once for all its subscriptions. */
  private isNewConnection = false;

  constructor(private readonly options: RabbitSubscriptionOptions) {
    this.channel = new KeptChannel({
      name: options.queue,
      create: (model) => model.createChannel(),
      prepare: (channel) => this.consume(channel),
      log: options.log,
    });
  }

  attached(): boolean {
    return this.channel.current() !== undefined && !this.draining;
  }

  /** Starts consuming on a new connection. */
  async attach(model: ChannelModel): Promise<void> {
    this.isNewConnection = true;
    await this.channel.attach(model);
  }

  async drain(): Promise<void> {
    this.draining = true;
    this.channel.end();
    await this.cancel();
    await this.inHand.settled();
    await this.channel.close();
  }

  private async consume(channel: Channel): Promise<void> {
    const { queue, prefetch, declare } = this.options;
    if (!this.isNewConnection) await declare(channel);
    this.isNewConnection = false;
    await channel.prefetch(prefetch, false);
    const { consumerTag } = await channel.consume(queue, (message) => this.receive(channel, message));
    this.consumerTag = consumerTag;
  }

  private async cancel(): Promise<void> {
    const channel = this.channel.current();
    if (!channel || !this.consumerTag) return;
    await within(cancelWithinMs, channel.cancel(this.consumerTag), 'Ending a consumer').catch(() => undefined);
  }

  private receive(channel: Channel, message: ConsumeMessage | null): void {
    if (message === null) {
      this.options.log.warn({ queue: this.options.queue }, 'the broker ended this consumer; attaching again');
      void channel.close().catch(() => undefined);
      return;
    }
    this.inHand.add(this.settle(channel, message));
  }

  private async settle(channel: Channel, message: ConsumeMessage): Promise<void> {
    const { handler, putOff, queue, log } = this.options;
    try {
      const settlement = await handler(message);
      if (settlement !== 'done') await putOff(message, settlement);
      onOpenChannel(() => channel.ack(message));
    } catch (err) {
      log.error({ err, queue }, 'delivery goes back to its queue');
      await pause(failedPauseMs);
      onOpenChannel(() => channel.nack(message, false, true));
    }
  }
}

/** The broker hands out again what it got no settlement for, so a dead channel needs no care. */
function onOpenChannel(settle: () => void): void {
  try {
    settle();
  } catch {
    return;
  }
}
