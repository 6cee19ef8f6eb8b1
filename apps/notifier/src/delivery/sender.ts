import { setTimeout as pause } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { standardRetryPolicy, tryInPlace, type Log } from '@gids/messaging';
import { inTransaction } from '@gids/persistence';
import { CLOCK, LOG, type Clock } from '@gids/service-host';
import { MAIL_TRANSPORT, type MailTransport } from '../mail/mail-transport.js';
import { MessageWriter } from '../messages/message-writer.js';
import type { DeliveryState } from './delivery.js';
import { settle, takeDue, type Taken } from './delivery-store.js';

/** Mails that one process has in hand at a time. */
const mostInHand = 4;
/** How long a new message waits at most; a look at an empty index costs next to nothing. */
const pollMs = 500;
/** Time for the attempts in hand to end by themselves when the process stops. */
const stopGraceMs = 10_000;

const levels: Readonly<Partial<Record<DeliveryState, 'error' | 'warn'>>> = { failed: 'error', unconfirmed: 'error', deferred: 'warn' };

/** Sends what is due, with any number of replicas that share the work. */
@Injectable()
export class Sender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly inHand = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private readonly breakOff = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly writer: MessageWriter,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop();
  }

  /** Takes no more and waits for what is in hand; what does not end in time is broken off and stored as such. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const grace = setTimeout(() => this.breakOff.abort(), stopGraceMs);
    await this.running;
    await Promise.all(this.inHand);
    clearTimeout(grace);
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const taken = await this.take();
      for (const one of taken) this.begin(one);
      if (taken.length === 0) await this.untilNextLook();
    }
  }

  /** Until there may be something due, room for more, or reason to stop. */
  private async untilNextLook(): Promise<void> {
    const polled = pause(pollMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    await Promise.race([polled, ...this.inHand]);
  }

  private async take(): Promise<Taken[]> {
    const room = mostInHand - this.inHand.size;
    if (room === 0) return [];
    try {
      return await inTransaction(this.orm, (em) => takeDue(em, room, this.transport, this.clock(), this.writer.screens));
    } catch (err) {
      this.log.warn({ err }, 'deliveries cannot be read; mail waits');
      return [];
    }
  }

  private begin(taken: Taken): void {
    const work = this.deliver(taken)
      .catch((error: unknown) => this.reportLost(taken, error))
      .finally(() => this.inHand.delete(work));
    this.inHand.add(work);
  }

  /** The error itself may quote the server's words, with an address in them (N38). */
  private reportLost({ mail }: Taken, error: unknown): void {
    const code = error instanceof Error ? error.name : typeof error;
    this.log.error({ messageId: mail.id, code }, 'the outcome of a delivery could not be stored; its lease will end');
  }

  private async deliver(taken: Taken): Promise<void> {
    const outcome = await this.transport.send(taken.mail, this.breakOff.signal);
    const store = () => inTransaction(this.orm, (em) => settle(em, taken, outcome, this.clock()));
    const { state, attempts } = await tryInPlace(store, standardRetryPolicy);
    this.log[levels[state] ?? 'info']({ messageId: taken.mail.id, state, attempts, code: outcome.code }, 'delivery');
  }
}
