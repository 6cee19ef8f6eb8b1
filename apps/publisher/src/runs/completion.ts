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
}

/** A run is complete once, when everything that was sent has arrived: the counts add up. */
export function completionOf({ run, processed, setAside, expected, startedAt, fileCounts, completed }: DirectoryRun): { complete: false } | CompleteRun {
  if (completed || !run || expected === undefined || !startedAt || !fileCounts || processed < expected) return { complete: false };
  return { complete: true, run, setAside, startedAt, fileCounts };
}
