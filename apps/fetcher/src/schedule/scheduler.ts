import { Transactions, type Log } from '@gids/messaging';
import { CLOCK, LOG, RegularWork, type Clock } from '@gids/service-host';
import { sources } from '@gids/sources';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RunWorker } from '../runs/run-worker.js';
import { makeSchedule } from './schedule-store.js';
import { startDueRun, tellLateSources } from './start-due-run.js';

const lookMs = 30_000;

/** Looks at each start, and twice a minute, whether it is the turn of a source, and whether one is late (R3). */
@Injectable()
export class Scheduler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new RegularWork(() => this.tick(), lookMs, (err) => this.log.warn({ err }, 'schedules cannot be looked at now; trying again'));

  constructor(
    private readonly transactions: Transactions,
    private readonly worker: RunWorker,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async tick(): Promise<void> {
    const now = this.clock();
    await this.transactions.run({}, async ({ sql }) => {
      for (const source of sources) await makeSchedule(sql, source, now);
    });
    // Each in a transaction of its own: one source keeps no other from its turn.
    while (await this.transactions.run({}, (unit) => startDueRun(unit, now))) this.worker.poke();
    await this.transactions.run({}, (unit) => tellLateSources(unit, now));
  }
}
