import { RunFailed } from '@gids/contracts';
import type { Log, Transactions } from '@gids/messaging';
import { classifyError, sqlOf, type Sql } from '@gids/persistence';
import type { Clock } from '@gids/service-host';
import type { MikroORM } from '@mikro-orm/postgresql';
import { FetchFailed } from '../files/fetch-failed.js';
import { FileRefused } from '../reading/file-refused.js';
import { dropStagedRows } from '../staging/staged-row.js';
import { holdRun, LeaseLost } from './run-claim.js';
import { runOrigin } from './run-origin.js';
import { runProblems } from './run-problems.js';
import type { RunRow } from './run-row.js';
import { endRun, findOverdueRuns } from './run-store.js';

interface Problem {
  readonly code: string;
  readonly message: string;
}

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
    await this.end(run, ending.outcome, ending, (sql) => holdRun(sql, run)).catch((failure: unknown) => {
      if (!(failure instanceof LeaseLost)) throw failure;
      this.log.warn({ runId: run.id, err: error }, 'run was taken over before it could be ended');
    });
  }

  /** Ends runs that should have been ready by now, whoever is at them. */
  async endOverdueRuns(): Promise<void> {
    for (const run of await findOverdueRuns(sqlOf(this.orm.em.fork()))) await this.end(run, 'FAILED', runProblems.deadline);
  }

  private async end(run: RunRow, outcome: 'REFUSED' | 'FAILED', { code, message }: Problem, hold?: (sql: Sql) => Promise<void>): Promise<void> {
    const ended = await this.transactions.run(runOrigin(run), async ({ sql, emit }) => {
      await hold?.(sql);
      if (!(await endRun(sql, run.id, outcome, { code, message }, this.clock()))) return false;
      await dropStagedRows(sql, run.id);
      const startedAt = new Date(run.started_at).toISOString();
      const { import_id: importId, source_id: sourceId, number: runNumber } = run;
      emit(RunFailed, { importId, sourceId, runNumber, startedAt, outcome, code, message }, { subject: sourceId });
      return true;
    });
    if (ended) this.log.warn({ runId: run.id, outcome, code }, 'run ended');
  }
}

function endingOf(run: RunRow, error: unknown): Problem & { outcome: 'REFUSED' | 'FAILED' } {
  if (error instanceof FileRefused) return { outcome: 'REFUSED', code: error.code, message: error.message };
  if (error instanceof FetchFailed) return { outcome: 'FAILED', code: error.code, message: error.message };
  return { outcome: 'FAILED', ...(run.phase === 'APPLYING' ? runProblems.unexpectedWhileSending : runProblems.unexpected) };
}
