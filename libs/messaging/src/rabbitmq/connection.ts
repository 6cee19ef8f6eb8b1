import { connect, type ChannelModel, type RecoveringChannelModel } from 'amqplib';
import type { Log } from '../log.js';
import { within } from '../within.js';

const heartbeatSeconds = 10;
const closeWithinMs = 5_000;

/**
 * A connection that comes back by itself. `onConnect` runs at every (re)connection and makes the
 * channels anew: channels of an earlier connection are dead.
 */
export class RabbitConnection {
  private connected = false;

  private constructor(
    private readonly model: RecoveringChannelModel,
    private readonly log: Log,
  ) {}

  /** Resolves at the first connection; keeps trying until then. */
  static async open(url: string, name: string, log: Log, onConnect: (model: ChannelModel) => Promise<void>): Promise<RabbitConnection> {
    const model = await connect(withHeartbeat(url), {
      clientProperties: { connection_name: name },
      timeout: 10_000,
      keepAlive: true,
      recovery: { initialDelay: 100, maxDelay: 5_000, waitForConnect: false, setup: (made: ChannelModel) => onConnect(guarded(made)) },
    });
    const connection = new RabbitConnection(model, log);
    connection.listen();
    await model.waitForConnect();
    connection.connected = true;
    return connection;
  }

  isConnected(): boolean {
    return this.connected;
  }

  async close(): Promise<void> {
    this.connected = false;
    await within(closeWithinMs, this.model.close(), 'Closing the connection').catch((err: unknown) => this.log.warn({ err }, 'connection to RabbitMQ is left open'));
  }

  private listen(): void {
    this.model.on('connect', () => (this.connected = true));
    this.model.on('disconnect', (err) => {
      this.connected = false;
      this.log.warn({ err }, 'connection to RabbitMQ was lost; trying again');
    });
    this.model.on('connect-failed', (err) => this.log.warn({ err }, 'RabbitMQ cannot be reached; trying again'));
    this.model.on('blocked', (reason) => this.log.warn({ reason }, 'RabbitMQ blocks publishing'));
    this.model.on('unblocked', () => this.log.info({}, 'RabbitMQ takes messages again'));
    this.model.on('error', (err) => this.log.warn({ err }, 'error on the connection to RabbitMQ'));
  }
}

/** Until its channels are made nobody listens to a connection, and an error that nobody hears ends the process. */
function guarded(model: ChannelModel): ChannelModel {
  return model.on('error', () => undefined);
}

/** Without a heartbeat a half-open connection is never noticed (RELIABILITY b22). */
function withHeartbeat(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', String(heartbeatSeconds));
  return parsed.toString();
}
