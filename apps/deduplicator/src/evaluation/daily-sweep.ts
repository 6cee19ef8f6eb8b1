import { Transactions, type Log } from '@gids/messaging';
import { NORMALISATION_VERSION } from '@gids/normalisation';
import { CLOCK, LOG, RegularWork, type Clock } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { presentSources } from '../state/imported-organisations.js';
import { renewOutdated } from '../state/renewal.js';
import { claimSweep, releaseSweep } from '../state/sweep-turn.js';
import { Counting } from './counting.js';
import { holdSweep } from '../state/directory-lock.js';
import { emitChanged } from './stale-worker.js';
import { Sweep } from './sweep.js';

const lookEveryMs = 10 * 60 * 1_000;
const renewalBatch = 1_000;

/**
 * Once a day everything is evaluated again, by one replica: what an event path missed comes right without a run (R39, A10).
 * After an upgrade of the rules of normalisation it first makes all features and keys again.
 */
@Injectable()
export class DailySweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.sweepIfDue(), lookEveryMs, (err) => this.log.warn({ err }, 'the daily sweep did not end; trying again later'));
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly counting: Counting,
    private readonly sweeping: Sweep,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    return this.rounds.stop();
  }

  /** Renews what older rules made, and sweeps where that, or a day, makes it necessary. */
  async sweepIfDue(): Promise<void> {
    const renewed = await this.renew();
    const due = await this.transactions.run({}, ({ sql }) => claimSweep(sql, this.clock(), renewed > 0));
    if (!due) return;
    await this.sweep().catch(async (error: unknown) => {
      await this.transactions.run({}, ({ sql }) => releaseSweep(sql));
      throw error;
    });
  }

  private async renew(): Promise<number> {
    let total = 0;
    for (let renewed = -1; renewed !== 0 && !this.stopped; total += renewed) {
      renewed = await this.transactions.run({}, ({ sql }) => renewOutdated(sql, NORMALISATION_VERSION, renewalBatch));
    }
    return total;
  }

  private async sweep(): Promise<void> {
    await this.counting.recount(true);
    const sources = await this.transactions.run({}, ({ sql }) => presentSources(sql));
    for (const sourceId of sources) {
      if (this.stopped) throw new Error('The service stops');
      await this.transactions.run({}, async ({ sql }) => {
        await holdSweep(sql);
        await this.sweepSource(sourceId);
      });
    }
  }

  private async sweepSource(sourceId: string): Promise<void> {
    const cause = { cause: 'SWEEP', origin: {} } as const;
    let changed = 0;
    await this.sweeping.sweepSource(sourceId, cause, ({ emit }, told) => {
      for (const one of told) emitChanged(emit, one, cause);
      changed += told.length;
      return Promise.resolve();
    });
    this.log.info({ sourceId, changed }, 'source was swept');
  }
}
