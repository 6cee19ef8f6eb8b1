import type { Log } from '@gids/messaging';
import { CLOCK, LOG, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LiveEventStore } from './live-events/live-event-store.js';
import { SignInAttempts } from './sign-in/attempts.js';
import { Sessions } from './sign-in/sessions.js';

const hourMs = 60 * 60_000;
const liveEventHours = 24;

/** Forgets what has had its time: once an hour, at every replica. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private inHand: Promise<void> = Promise.resolve();

  constructor(
    private readonly liveEvents: LiveEventStore,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.inHand = this.tidy().catch((err: unknown) => this.log.warn({ err }, 'what is old stays for now'));
    }, hourMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.inHand;
  }

  /** Removes old live events, ended sessions and old tries to sign in. */
  async tidy(): Promise<void> {
    await this.liveEvents.purge(new Date(this.clock().getTime() - liveEventHours * hourMs));
    await this.sessions.purge();
    await this.attempts.purge();
  }
}
