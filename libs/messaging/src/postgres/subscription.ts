import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DeliveryHandler, MessageHeaders, Subscription } from '../bus.js';
import { InHand } from '../in-hand.js';
import type { Log } from '../log.js';
import { Wakeup } from '../wakeup.js';
import { claimMessages, releaseMessage, removeMessage, type ClaimedMessage } from './messages.js';
import type { ClaimSession } from './session.js';

const pollMs = 1_000;
const failedPauseMs = 200;

/** A consumer of one queue: claims up to `prefetch` messages and settles each as its handler says. */
export class PostgresSubscription implements Subscription {
  private readonly wakeup = new Wakeup();
  private readonly inHand = new InHand();
  private draining = false;
  private healthy = true;
  private loop: Promise<void> | undefined;

  constructor(
    readonly queue: string,
    private readonly pool: Pool,
    private readonly session: ClaimSession,
    private readonly handler: DeliveryHandler,
    private readonly prefetch: number,
    private readonly log: Log,
  ) {}

  start(): this {
    this.loop = this.run();
    return this;
  }

  attached(): boolean {
    return !this.draining && this.healthy && this.session.current() !== undefined;
  }

  wake(): void {
    this.wakeup.wake();
  }

  async drain(): Promise<void> {
    this.draining = true;
    this.wakeup.wake();
    await this.loop;
    await this.inHand.settled();
  }

  private async run(): Promise<void> {
    while (!this.draining) {
      const claimed = await this.claim();
      if (claimed === 0) await this.wakeup.wait(pollMs);
    }
  }

  private async claim(): Promise<number> {
    const session = this.session.current();
    const room = this.prefetch - this.inHand.size;
    if (session === undefined || room <= 0) return 0;
    try {
      const claimed = await claimMessages(this.pool, this.queue, session, room);
      this.healthy = true;
      for (const message of claimed) this.inHand.add(this.settle(message, session));
      return claimed.length;
    } catch (err) {
      this.healthy = false;
      this.log.warn({ err, queue: this.queue }, 'queue cannot be read; trying again');
      return 0;
    }
  }

  private async settle({ seq, delivery }: ClaimedMessage, session: number): Promise<void> {
    try {
      const settlement = await this.handler(delivery);
      if (settlement === 'done') await removeMessage(this.pool, seq, session);
      else await releaseMessage(this.pool, seq, session, { delay: settlement.retryAfter, headers: settlement.headers, fresh: true });
    } catch (err) {
      this.log.error({ err, queue: this.queue }, 'delivery goes back to its queue');
      await this.giveBack(seq, session, delivery.message.headers);
    } finally {
      this.wakeup.wake();
    }
  }

  /** Where even this fails, the claim would last as long as its session: so it is tried until one of them ends. */
  private async giveBack(seq: string, session: number, headers: MessageHeaders): Promise<void> {
    while (this.session.current() === session) {
      try {
        return await releaseMessage(this.pool, seq, session, { delay: failedPauseMs, headers, fresh: false });
      } catch (err) {
        this.log.warn({ err, queue: this.queue }, 'delivery cannot be given back; trying again');
        if (this.draining) return;
        await pause(pollMs);
      }
    }
  }
}
