import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '@gids/messaging';
import { inTransaction, sqlOf } from '@gids/persistence';
import { CLOCK, LOG, type Clock } from '@gids/service-host';
import { MAIL_TRANSPORT, type MailTransport } from '../mail/mail-transport.js';
import { forgetBefore } from './forget-before.js';

const hourMs = 60 * 60_000;
/** Messages, and what they were made of, are kept for a year (N36). */
const keptMs = 365 * 24 * hourMs;

/** Forgets what is older than a year: at the start and once an hour, at every replica. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private inHand: Promise<void> = Promise.resolve();

  constructor(
    private readonly orm: MikroORM,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.tidy();
    this.timer = setInterval(() => this.tidy(), hourMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.inHand;
  }

  private tidy(): void {
    this.inHand = this.forget().catch((err: unknown) => this.log.warn({ err }, 'old messages stay for now'));
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock().getTime() - keptMs);
    await inTransaction(this.orm, (em) => forgetBefore(sqlOf(em), before));
    await this.transport.forget(before);
  }
}
