import type { FileCounts } from '@gids/contracts';
import type { KnownRun } from './run-progress.js';

/** A run as far as the directory knows it. */
export interface DirectoryRun {
  /** Absent while only dead letters of it have been told. */
  readonly run: KnownRun | undefined;
  /** Records that arrived or were set aside. */
  readonly processed: number;
  readonly setAside: number;
  /** Known once everything has been sent. */
  readonly expected: number | undefined;
  /** Unchanged records with other duplicates than before; known once the deduplicator has compared the whole source (R39). */
  readonly reevaluated: number | undefined;
  /** A person let it go on without removals (R8). */
  readonly withoutRemovals: boolean;
  readonly startedAt: string | undefined;
  readonly fileCounts: FileCounts | undefined;
  readonly completed: boolean;
}

export interface CompleteRun {
  readonly complete: true;
  readonly run: KnownRun;
  readonly setAside: number;
  readonly startedAt: string;
  readonly fileCounts: FileCounts;
  readonly withoutRemovals: boolean;
}

/** A run is complete once, when everything that was sent and everything that was found anew has arrived: the counts add up. */
export function completionOf(state: DirectoryRun): { complete: false } | CompleteRun {
  const { run, processed, setAside, expected, reevaluated, startedAt, fileCounts, completed, withoutRemovals } = state;
  if (completed || !run || expected === undefined || reevaluated === undefined || !startedAt || !fileCounts) return { complete: false };
  if (processed < expected + reevaluated) return { complete: false };
  return { complete: true, run, setAside, startedAt, fileCounts, withoutRemovals };
}
