import { inTransaction, sqlOf } from '@gids/persistence';
import type { MikroORM } from '@mikro-orm/postgresql';
import { UnroutableError, type Bus } from '../bus.js';
import type { Log } from '../log.js';
import { Wakeup } from '../wakeup.js';
import { claimFrames, removeFrames, type WaitingFrame } from './outbox.js';

const framesInFlight = 8;
const safetyPollMs = 1_000;
const longestPauseMs = 5_000;

/**
 * Publishes what transactions left in the outbox: at once after a commit, and by poll for what a
 * crash left behind. A frame is removed only after the bus confirmed it; one whose outcome is unknown
 * is published again with the same id. Frames that nobody is bound to wait, and let the others pass.
 */
export class OutboxRelay {
  private readonly wakeup = new Wakeup();
  private running: Promise<void> | undefined;
  private stopping = false;
  private failures = 0;
  /** Types and queues that could not be routed, with the moment at which to try them again. */
  private readonly unroutable = new Map<string, number>();

  constructor(
    private readonly orm: MikroORM,
    private readonly bus: Bus,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** Says that a transaction with outgoing frames has committed. */
  poke(): void {
    this.wakeup.wake();
  }

  /** Publishes what is left, as far as the bus takes it at once, and ends. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeup.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      if (!(await this.relayOnce())) await this.wakeup.wait(this.pause());
    }
    while (await this.relayOnce()) continue;
  }

  private pause(): number {
    return this.failures === 0 ? safetyPollMs : Math.min(200 * 2 ** this.failures, longestPauseMs);
  }

  /** @returns whether it is worth looking again at once */
  private async relayOnce(): Promise<boolean> {
    try {
      return await inTransaction(this.orm, async (em) => {
        const sql = sqlOf(em);
        const passedOver = this.passedOver();
        const frames = await claimFrames(sql, framesInFlight, passedOver);
        const confirmed = await this.publishAll(frames);
        if (confirmed.length > 0) await removeFrames(sql, confirmed);
        return confirmed.length > 0 || this.unroutable.size > passedOver.length;
      });
    } catch (error) {
      this.failures += 1;
      this.log.warn({ err: error }, 'outbox cannot be read; frames wait');
      return false;
    }
  }

  private passedOver(): string[] {
    for (const [target, until] of this.unroutable) if (until < performance.now()) this.unroutable.delete(target);
    return [...this.unroutable.keys()];
  }

  private async publishAll(frames: readonly WaitingFrame[]): Promise<WaitingFrame[]> {
    const outcomes = await Promise.allSettled(frames.map((frame) => this.publish(frame)));
    const unconfirmed = outcomes.flatMap((outcome, index) => (outcome.status === 'rejected' ? [{ frame: frames[index] as WaitingFrame, reason: outcome.reason as unknown }] : []));
    for (const { frame, reason } of unconfirmed) this.report(frame, reason);
    this.failures = unconfirmed.some(({ reason }) => !(reason instanceof UnroutableError)) ? this.failures + 1 : 0;
    return frames.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  }

  private publish({ message, targetQueue }: WaitingFrame): Promise<void> {
    return targetQueue === undefined ? this.bus.publish(message) : this.bus.publishTo(targetQueue, message);
  }

  private report(frame: WaitingFrame, reason: unknown): void {
    const fields = { messageId: frame.message.id, type: frame.message.type, err: reason };
    if (reason instanceof UnroutableError) {
      this.unroutable.set(frame.targetQueue ?? frame.message.type, performance.now() + longestPauseMs);
      this.log.error(fields, 'frame cannot be routed; it waits in the outbox');
    } else this.log.warn(fields, 'frame was not confirmed; it will be sent again');
  }
}
