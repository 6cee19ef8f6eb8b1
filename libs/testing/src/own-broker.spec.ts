import { connect } from 'amqplib';
import { eventually } from './eventually.js';
import { canStartOwnBroker, startOwnBroker, type OwnBroker } from './own-broker.js';

const START_MS = 180_000;

if (canStartOwnBroker()) {
  describe('a broker of our own', () => {
    let broker: OwnBroker;
    beforeAll(async () => void (broker = await startOwnBroker()), START_MS);
    afterAll(() => broker.stop(), START_MS);

    const isThere = async (): Promise<boolean> => (await connect(broker.url)).close().then(() => true);

    it(
      'refuses connections while its app is stopped, and keeps its messages',
      async () => {
        await publish(broker.url, 'kept');
        await broker.stopApp();
        await expect(isThere()).rejects.toThrow();
        await broker.startApp();
        expect(await eventually(() => take(broker.url), { within: 60_000 })).toBe('kept');
      },
      START_MS,
    );

    it(
      'comes back after kill -9 with what it had confirmed',
      async () => {
        await publish(broker.url, 'confirmed');
        await broker.kill();
        await expect(isThere()).rejects.toThrow();
        await broker.start();
        expect(await eventually(() => take(broker.url), { within: 60_000 })).toBe('confirmed');
      },
      START_MS,
    );
  });
}

const QUEUE = { durable: true, arguments: { 'x-queue-type': 'quorum' } };

async function publish(url: string, text: string): Promise<void> {
  const connection = await connect(url);
  const channel = await connection.createConfirmChannel();
  await channel.assertQueue('letters', QUEUE);
  channel.sendToQueue('letters', Buffer.from(text), { persistent: true });
  await channel.waitForConfirms();
  await connection.close();
}

/** The next message, or undefined: a quorum queue has its leader only some time after the broker is back. */
async function take(url: string): Promise<string | undefined> {
  const connection = await connect(url);
  connection.on('error', () => undefined);
  try {
    const channel = await connection.createChannel();
    channel.on('error', () => undefined);
    const message = await channel.get('letters', { noAck: true });
    return message ? message.content.toString() : undefined;
  } finally {
    await connection.close();
  }
}
