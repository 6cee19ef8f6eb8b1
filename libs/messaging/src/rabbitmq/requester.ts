import { randomUUID } from 'node:crypto';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { RequestUnanswered, UnroutableError } from '../bus.js';
import type { RabbitPublisher } from './publisher.js';

const replyQueue = 'amq.rabbitmq.reply-to';

interface Waiting {
  resolve(reply: Buffer): void;
  reject(error: Error): void;
}

/** Asks over the broker's direct reply: the answer comes back on the channel that asked. */
export class RabbitRequester {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly publisher: RabbitPublisher) {}

  /** Listens for replies on the publishing channel of a new connection; who waited on the old one is told. */
  async attach(channel: ConfirmChannel): Promise<void> {
    for (const { reject } of this.waiting.values()) reject(new RequestUnanswered('The connection was lost while waiting for the answer'));
    this.waiting.clear();
    await channel.consume(replyQueue, (message) => this.receive(message), { noAck: true });
  }

  /** @throws RequestUnanswered where nobody serves the queue or the answer is late */
  async request(queue: string, payload: Buffer, timeout: number): Promise<Buffer> {
    const correlationId = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const reply = new Promise<Buffer>((resolve, reject) => {
      this.waiting.set(correlationId, { resolve, reject });
      timer = setTimeout(() => reject(new RequestUnanswered(`No answer from ${queue} within ${timeout} ms`)), timeout);
    });
    try {
      await Promise.race([this.send(queue, payload, timeout, correlationId), reply]);
      return await reply;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(correlationId);
    }
  }

  private async send(queue: string, payload: Buffer, timeout: number, correlationId: string): Promise<void> {
    try {
      await this.publisher.publish('', queue, payload, {
        messageId: correlationId,
        correlationId,
        replyTo: replyQueue,
        expiration: timeout,
        mandatory: true,
        contentType: 'application/json',
      });
    } catch (error) {
      const text = error instanceof UnroutableError ? `Nobody serves ${queue}` : (error as Error).message;
      throw new RequestUnanswered(text, { cause: error });
    }
  }

  private receive(message: ConsumeMessage | null): void {
    if (message) this.waiting.get(String(message.properties.correlationId))?.resolve(message.content);
  }
}
