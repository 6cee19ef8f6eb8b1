import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import type { Log } from '../log.js';
import { lockClass, wakeChannel } from './messages.js';

const reconnectPauseMs = 500;

/**
 * The connection that holds a consumer's claims and hears of new messages. While it lives, its
 * advisory lock marks the claims as somebody's; when it is cut, a new session starts with new claims.
 */
export class ClaimSession {
  private client: Client | undefined;
  private number: number | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly onWake: (queue: string) => void,
    private readonly log: Log,
  ) {}

  /** Number under which claims are made; undefined while there is no connection. */
  current(): number | undefined {
    return this.number;
  }

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'gids bus', keepAlive: true });
    client.on('error', (err) => this.log.warn({ err }, 'session of the bus failed'));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.onWake(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${wakeChannel}`);
      const number = await takeNumber(client);
      if (this.closed) throw new Error('The bus was closed meanwhile');
      this.client = client;
      this.number = number;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.number = undefined;
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.number = undefined;
    if (!this.closed) void this.reopen();
  }

  private async reopen(): Promise<void> {
    while (!this.closed && !this.client) {
      await new Promise((resolve) => setTimeout(resolve, reconnectPauseMs));
      await this.open().catch((err: unknown) => this.log.warn({ err }, 'session of the bus cannot be opened; trying again'));
    }
    if (!this.closed) this.onWake('');
  }
}

/** Locks a number that no living session has. */
async function takeNumber(client: Client): Promise<number> {
  for (;;) {
    const number = randomInt(1, 2 ** 31 - 1);
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [lockClass, number]);
    if (rows[0]?.taken) return number;
  }
}
