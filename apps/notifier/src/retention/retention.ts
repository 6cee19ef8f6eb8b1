import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Log } from '@gids/messaging';
import { inTransaction, sqlOf } from '@gids/persistence';
import { CLOCK, LOG, RegularWork, type Clock } from '@gids/service-host';
import { MAIL_TRANSPORT, type MailTransport } from '../mail/mail-transport.js';
import { forgetBefore } from './forget-before.js';

const hourMs = 60 * 60_000;
/** Messages, and what they were made of, are kept for a year (N36). */
const keptMs = 365 * 24 * hourMs;

/** Forgets what is older than a year: at the start and once an hour, at every replica. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.forget(), hourMs, (err) => this.log.warn({ err }, 'messages of more than a year ago could not be removed; trying again in an hour'));

  constructor(
    private readonly orm: MikroORM,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock().getTime() - keptMs);
    await inTransaction(this.orm, (em) => forgetBefore(sqlOf(em), before));
    await this.transport.forget(before);
  }
}
