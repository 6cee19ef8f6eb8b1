import { Transactions, type Log } from '@gids/messaging';
import { CLOCK, LOG, RegularWork, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { hideNeglected } from './neglected.js';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Looks once a day, and at each start, which managed organisations nobody checks any more (G16). Of several replicas
 * only one looks at a time; looking twice changes nothing.
 */
@Injectable()
export class ControlSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.sweep(), dayMs, (err) => this.log.warn({ err }, 'control dates cannot be looked at now; tomorrow again'));

  constructor(
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async sweep(): Promise<void> {
    const hidden = await this.transactions.run({}, async (unit) => {
      const [lock] = await unit.sql.all<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock(hashtextextended('control sweep', 0)) AS taken");
      return lock?.taken ? hideNeglected(unit, this.clock()) : 0;
    });
    if (hidden > 0) this.log.info({ hidden }, 'organisations that nobody checked are hidden');
  }
}
