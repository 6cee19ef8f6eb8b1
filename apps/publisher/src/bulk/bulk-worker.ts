import { setTimeout as delay } from 'node:timers/promises';
import { Transactions, type Log } from '@gids/messaging';
import { CLOCK, LOG, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { advanceBulk } from './advance-bulk.js';

/** How often a replica looks for work that another one left; its own comes with a poke. */
const pollMs = 5_000;

/** Does bulk changes, batch by batch. They are in the database: what was under way at a crash goes on at the next look. */
@Injectable()
export class BulkWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private poked = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.poke();
    await this.loop;
  }

  /** Says that there is something to do. */
  poke(): void {
    this.poked.abort();
    this.poked = new AbortController();
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // Taken before looking, so that a poke that comes meanwhile is not lost.
      const { signal } = this.poked;
      if (!(await this.advance())) await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async advance(): Promise<boolean> {
    try {
      return await this.transactions.run({}, (unit) => advanceBulk(unit, this.clock()));
    } catch (err) {
      this.log.warn({ err }, 'bulk changes cannot be done now; trying again');
      return false;
    }
  }
}
