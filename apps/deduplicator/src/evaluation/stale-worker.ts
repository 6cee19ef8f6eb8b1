import { DuplicatesChanged } from '@gids/contracts';
import { Transactions, type Log, type UnitOfWork } from '@gids/messaging';
import { LOG, WorkLoop } from '@gids/service-host';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { takeStale, type StaleCause, type StaleRecord } from '../state/stale-records.js';
import { Evaluator } from './evaluator.js';
import { recordDuplicates, type Told } from './tell.js';

/** Records per transaction: enough for set-based work, few enough not to hold others up. */
const batchSize = 2_000;
/** How long a change waits at most; a look at an empty table costs next to nothing. */
const pollMs = 250;

/** Evaluates again what a change of the directory or of a neighbour concerns; any number of replicas share the work. */
@Injectable()
export class StaleWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new WorkLoop(() => this.take(), pollMs);

  constructor(
    private readonly transactions: Transactions,
    private readonly evaluator: Evaluator,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async take(): Promise<boolean> {
    try {
      return (await this.transactions.run({}, (unit) => evaluateStale(unit, this.evaluator, batchSize))) > 0;
    } catch (err) {
      this.log.warn({ err }, 'stale records cannot be evaluated now; trying again');
      return false;
    }
  }
}

/**
 * Takes stale records and tells of each whose duplicates changed. All of a batch at once, for locks are taken in one
 * order; what follows for neighbours is put down to the first cause.
 * @returns how many were taken
 */
export async function evaluateStale({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, evaluator: Evaluator, limit: number): Promise<number> {
  const stale = await takeStale(sql, limit);
  const [first] = stale;
  if (!first) return 0;
  const causes = new Map(stale.map((one) => [one.importedId, one.cause]));
  const assignment = { rescore: idsOf(stale, true), retell: idsOf(stale, false) };
  for (const told of await evaluator.evaluate(sql, assignment, first.cause)) {
    if (told.changed) emitChanged(emit, told, causes.get(told.importedId) ?? first.cause);
  }
  return stale.length;
}

function idsOf(stale: readonly StaleRecord[], rescore: boolean): string[] {
  return stale.filter((one) => one.rescore === rescore).map(({ importedId }) => importedId);
}

/** Tells of a record's duplicates outside a run. */
export function emitChanged(emit: UnitOfWork['emit'], told: Told, { cause, by, origin }: StaleCause): void {
  emit(DuplicatesChanged, { ...recordDuplicates(told), cause, ...(by !== undefined && { by }) }, { subject: told.recordId, origin });
}
