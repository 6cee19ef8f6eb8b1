import { randomUUID } from 'node:crypto';
import type { RunPhase } from '@gids/contracts';
import { Transactions, type Log } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, CONFIG, LOG, WorkLoop, type Clock } from '@gids/service-host';
import { sourceById } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { addressOf, pullLimits, type FetcherConfig } from '../fetcher.config.js';
import { applyRows } from './apply-phase.js';
import { checkFile } from './check-phase.js';
import { fetchFile } from './fetch-phase.js';
import type { Phase } from './phase.js';
import { claimRun, handOver, renewLease } from './run-claim.js';
import { RunEnding } from './run-ending.js';
import type { RunRow } from './run-row.js';

const pollMs = 500;
const heartbeatMs = 4_000;

/** Work that never waits for each other: a slow server holds up no file that is in. */
const lanes: readonly (readonly RunPhase[])[] = [['FETCHING'], ['CHECKING', 'APPLYING']];

/**
 * Takes runs from phase to phase. Any replica may take up any run: a claim with a fencing number keeps two
 * from working on one, and a run whose worker died is taken up again where it was.
 */
@Injectable()
export class RunWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly owner = randomUUID();
  private readonly stopping = new AbortController();
  private readonly ending: RunEnding;
  private readonly loops = lanes.map((phases) => new WorkLoop(() => this.advanceOne(phases), pollMs));

  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: FetcherConfig,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.ending = new RunEnding(orm, transactions, log, clock);
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Lets the step in hand end; what is left of a run is taken up by another worker, or at the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('The service stops'));
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** Says that there may be a run to take up. */
  poke(): void {
    for (const loop of this.loops) loop.poke();
  }

  /** @returns whether there was a run to advance */
  private async advanceOne(phases: readonly RunPhase[]): Promise<boolean> {
    try {
      await this.ending.endOverdueRuns();
      const run = await claimRun(sqlOf(this.orm.em.fork()), this.owner, phases);
      if (run) await this.advance(run);
      return run !== undefined;
    } catch (err) {
      this.log.warn({ err }, 'runs cannot be taken up now; trying again');
      return false;
    }
  }

  private async advance(run: RunRow): Promise<void> {
    const heartbeat = setInterval(() => void this.beat(run), heartbeatMs);
    try {
      await this.doPhase(run);
      // What it is ready for may be the work of the other lane.
      this.poke();
    } catch (error) {
      if (this.stopping.signal.aborted && error === this.stopping.signal.reason) await this.leave(run);
      else await this.ending.endOnError(run, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private async doPhase(run: RunRow): Promise<void> {
    const { orm, transactions, config } = this;
    const source = sourceById(run.source_id);
    if (!source) throw new Error(`Source ${run.source_id} is not in the registry of @gids/sources`);
    const phase: Phase = { orm, transactions, run, source, stop: this.stopping.signal };
    if (run.phase === 'FETCHING') await fetchFile(phase, addressOf(source, config), pullLimits(config));
    else if (run.phase === 'CHECKING') await checkFile(phase);
    else await applyRows(phase);
  }

  private async leave(run: RunRow): Promise<void> {
    if (run.phase !== null) await handOver(sqlOf(this.orm.em.fork()), run, run.phase);
    this.log.info({ runId: run.id, phase: run.phase }, 'run is left to the next worker');
  }

  private async beat(run: RunRow): Promise<void> {
    await renewLease(sqlOf(this.orm.em.fork()), run).catch((err: unknown) =>
      this.log.debug({ runId: run.id, err }, 'heartbeat of the run was not noted'),
    );
  }
}
