import type { Transactions } from '@gids/messaging';
import type { Source } from '@gids/sources';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { RunRow } from './run-row.js';

/** A phase of a run, in the hands of the worker that claimed it. */
export interface Phase {
  readonly orm: MikroORM;
  readonly transactions: Transactions;
  /** As it was claimed; its fencing number is the claim. */
  readonly run: RunRow;
  readonly source: Source;
  /** The service stops: leave the phase at the next step, by throwing the signal's reason. */
  readonly stop: AbortSignal;
}
