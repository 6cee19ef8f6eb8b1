import { Transactions, type Log } from '@gids/messaging';
import { CLOCK, LOG, WorkLoop, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { advanceBulk } from './advance-bulk.js';

/** How often a replica looks for work that another one left; its own comes with a poke. */
const pollMs = 5_000;

/** Does bulk changes, batch by batch. They are in the database: what was under way at a crash goes on at the next look. */
@Injectable()
export class BulkWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new WorkLoop(() => this.advance(), pollMs);

  constructor(
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Says that there is something to do. */
  poke(): void {
    this.loop.poke();
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
