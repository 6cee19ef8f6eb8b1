import type { Channel, Options } from 'amqplib';
import { retryDelays, type RetryDelay, type Topology } from '../bus.js';

/** Names of what a bus keeps in the broker; the prefix keeps test runs apart. */
export class RabbitNames {
  constructor(private readonly prefix: string) {}

  readonly exchange = () => `${this.prefix}gids.events`;
  readonly queue = (name: string) => `${this.prefix}${name}`;
  /** Where the broker puts what its consumers keep dying on. */
  readonly dead = (name: string) => `${this.prefix}${name}.dead`;
  readonly wait = (delay: RetryDelay) => `${this.prefix}gids.wait.${delay}`;
}

const deliveryLimit = 20;

/** A quorum queue that loses nothing on its way to the dead letters (RELIABILITY a3). */
function quorumQueue(deadLetterQueue: string | undefined, more: Record<string, unknown> = {}): Options.AssertQueue {
  const deadLettering =
    deadLetterQueue === undefined
      ? {}
      : {
          'x-dead-letter-exchange': '',
          'x-dead-letter-routing-key': deadLetterQueue,
          'x-dead-letter-strategy': 'at-least-once',
          'x-overflow': 'reject-publish',
        };
  return { durable: true, arguments: { 'x-queue-type': 'quorum', ...deadLettering, ...more } };
}

/** A queue or exchange is there already, made in another way. */
export class TopologyConflict extends Error {
  override readonly name = 'TopologyConflict';
}

/**
 * Creates what is missing; everything is durable and asserted with the same arguments by everybody.
 * @throws TopologyConflict where something of that name was made with other arguments
 */
export async function assertTopology(channel: Channel, topology: Topology, names: RabbitNames): Promise<void> {
  try {
    await assertAll(channel, topology, names);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== preconditionFailed) throw cause;
    const said = /inequivalent .*?(?=\s*"?$)/s.exec((cause as Error).message)?.[0] ?? (cause as Error).message;
    throw new TopologyConflict(
      `RabbitMQ kent een wachtrij of exchange al met andere eigenschappen: ${said}. Verwijder haar als ze leeg is, of zet GIDS_BROKER_PREFIX.`,
      { cause },
    );
  }
}

const preconditionFailed = 406;

async function assertAll(channel: Channel, topology: Topology, names: RabbitNames): Promise<void> {
  await channel.assertExchange(names.exchange(), 'topic', { durable: true });
  for (const delay of retryDelays) await assertWaitQueue(channel, delay, names);
  for (const { name, types } of topology.queues) {
    await channel.assertQueue(names.dead(name), quorumQueue(undefined));
    await channel.assertQueue(names.queue(name), quorumQueue(names.dead(name), { 'x-delivery-limit': deliveryLimit }));
    for (const type of types) await channel.bindQueue(names.queue(name), names.exchange(), type);
  }
  for (const name of topology.requestQueues) {
    await channel.assertQueue(names.queue(name), quorumQueue(undefined, { 'x-delivery-limit': deliveryLimit }));
  }
}

/** One queue per delay: a message waits here and goes back to the queue that is its routing key. */
async function assertWaitQueue(channel: Channel, delay: RetryDelay, names: RabbitNames): Promise<void> {
  const name = names.wait(delay);
  await channel.assertExchange(name, 'fanout', { durable: true });
  await channel.assertQueue(name, {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-message-ttl': delay,
      'x-dead-letter-exchange': '',
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    },
  });
  await channel.bindQueue(name, name, '');
}
