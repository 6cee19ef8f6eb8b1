import type { Log, Transactions } from '@gids/messaging';
import { classifyError, sqlOf, type Sql } from '@gids/persistence';
import type { Clock } from '@gids/service-host';
import type { MikroORM } from '@mikro-orm/postgresql';
import { FetchFailed } from '../files/fetch-failed.js';
import { FileRefused } from '../reading/file-refused.js';
import { endAndTell } from './end-run.js';
import { holdRun, LeaseLost } from './run-claim.js';
import { runOrigin } from './run-origin.js';
import { runProblems } from './run-problems.js';
import type { RunRow } from './run-row.js';
import { findOverdueRuns, type Ending } from './run-store.js';

/** Ends runs that cannot go on, with the reason for people and the event for services. */
export class RunEnding {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a run whose phase failed, if it is still ours.
   * @throws the error itself where it may pass, such as a database that is away: the run goes on when its lease is over
   */
  async endOnError(run: RunRow, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return this.log.warn({ runId: run.id, err: error }, 'run was taken over');
    if (classifyError(error) !== 'other') throw error;
    const ending = endingOf(run, error);
    if (ending.code === runProblems.unexpected.code) this.log.error({ runId: run.id, err: error }, 'run failed');
    await this.end(run, ending, (sql) => holdRun(sql, run)).catch((failure: unknown) => {
      if (!(failure instanceof LeaseLost)) throw failure;
      this.log.warn({ runId: run.id, err: error }, 'run was taken over before it could be ended');
    });
  }

  /** Ends runs that should have been ready by now, whoever is at them. */
  async endOverdueRuns(): Promise<void> {
    for (const run of await findOverdueRuns(sqlOf(this.orm.em.fork()))) await this.end(run, runProblems.deadline);
  }

  private async end(run: RunRow, ending: Ending, hold?: (sql: Sql) => Promise<void>): Promise<void> {
    const ended = await this.transactions.run(runOrigin(run), async (unit) => {
      await hold?.(unit.sql);
      return endAndTell(unit, run, ending, this.clock());
    });
    if (ended) this.log.warn({ runId: run.id, outcome: ending.outcome, code: ending.code }, 'run ended');
  }
}

function endingOf(run: RunRow, error: unknown): Ending {
  if (error instanceof FileRefused) return { outcome: 'REFUSED', code: error.code, message: error.message };
  if (error instanceof FetchFailed) return { outcome: 'FAILED', code: error.code, message: error.message };
  return run.phase === 'APPLYING' ? runProblems.unexpectedWhileSending : runProblems.unexpected;
}
