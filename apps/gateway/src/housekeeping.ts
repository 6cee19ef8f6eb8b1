import type { Log } from '@gids/messaging';
import { CLOCK, LOG, RegularWork, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog } from './audit/audit-log.js';
import { IdempotentAnswers } from './idempotency/idempotent-answers.js';
import { LiveEventStore } from './live-events/live-event-store.js';
import { OidcAttempts } from './oidc/oidc-attempts.js';
import { RateCounter } from './rate-limits/rate-counter.js';
import { Sessions } from './sign-in/sessions.js';

const hourMs = 60 * 60_000;
const liveEventHours = 24;

/** Forgets what has had its time: at the start and once an hour, at every replica. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.tidy(), hourMs, (err) => this.log.warn({ err }, 'what is old could not be removed; trying again in an hour'));

  constructor(
    private readonly liveEvents: LiveEventStore,
    private readonly sessions: Sessions,
    private readonly rates: RateCounter,
    private readonly answers: IdempotentAnswers,
    private readonly oidcAttempts: OidcAttempts,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** Removes old live events, ended sessions, counters, answers that were kept for a repeat, sign-ins that nobody finished, and what the audit log may lose. */
  async tidy(): Promise<void> {
    await this.liveEvents.purge(new Date(this.clock().getTime() - liveEventHours * hourMs));
    await this.sessions.purge();
    await this.rates.purge();
    await this.answers.purge();
    await this.oidcAttempts.purge();
    await this.audit.purge();
  }
}
