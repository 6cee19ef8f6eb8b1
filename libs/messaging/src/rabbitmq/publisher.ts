import type { ChannelModel, ConfirmChannel, Message, Options } from 'amqplib';
import { UnroutableError } from '../bus.js';
import type { Log } from '../log.js';
import { within } from '../within.js';
import { KeptChannel } from './kept-channel.js';

const flushTimeoutMs = 5_000;

/** Publishes with confirms; a publish counts only when the broker has both stored and routed it. */
export class RabbitPublisher {
  private readonly channel: KeptChannel<ConfirmChannel>;
  private readonly returned = new Set<string>();

  /**
   * @param confirmTimeout milliseconds within which the broker must confirm
   * @param prepare makes each new channel ready for what else it is used for
   */
  constructor(
    private readonly confirmTimeout: number,
    log: Log,
    prepare: (channel: ConfirmChannel) => Promise<void>,
  ) {
    this.channel = new KeptChannel({
      name: 'publishing',
      create: (model) => model.createConfirmChannel(),
      prepare: (channel) => {
        channel.on('return', (message: Message) => this.returned.add(String(message.properties.messageId)));
        return prepare(channel);
      },
      log,
    });
  }

  /** Makes the channel of a new connection. */
  attach(model: ChannelModel): Promise<void> {
    return this.channel.attach(model);
  }

  ready(): boolean {
    return this.channel.current() !== undefined;
  }

  /** @throws UnroutableError where no queue took it; any other rejection means unknown */
  async publish(exchange: string, routingKey: string, body: Buffer, options: Options.Publish): Promise<void> {
    const channel = this.channel.current();
    if (!channel) throw new Error('There is no connection to RabbitMQ');
    const id = String(options.messageId);
    // One that was returned after its time limit is no word on this attempt.
    this.returned.delete(id);
    const confirmed = new Promise<void>((resolve, reject) => {
      channel.publish(exchange, routingKey, body, options, (error) => (error ? reject(error as Error) : resolve()));
    });
    await within(this.confirmTimeout, confirmed, 'Confirmation by RabbitMQ');
    // The broker sends the return before the confirm.
    if (this.returned.delete(id)) throw new UnroutableError(routingKey);
  }

  /** Waits for the confirms of what was published without waiting, and publishes no more. */
  async close(): Promise<void> {
    const confirms = this.channel.current()?.waitForConfirms();
    if (confirms) await within(flushTimeoutMs, confirms, 'Confirmation by RabbitMQ').catch(() => undefined);
    await this.channel.close();
  }
}
