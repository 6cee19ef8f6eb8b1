import type { FileCounts } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** Rows that a run has staged, by what it will do with them. */
type StagedCounts = Omit<FileCounts, 'read' | 'unchanged'>;

/** What a run has staged, counted. */
export interface StageTotals extends StagedCounts {
  /** Of the vanished records, those that seem to have another bronID only. */
  readonly renumbered: number;
  /** Records that are shown now and would not be any more. */
  readonly hidden: number;
}

export async function countStaged(sql: Sql, runId: string): Promise<StageTotals> {
  const of = (outcome: string) => `count(*) FILTER (WHERE outcome = '${outcome}')::int AS ${outcome}`;
  const [totals] = await sql.all<StageTotals>(
    `SELECT ${['added', 'changed', 'vanished', 'rejected'].map(of).join(', ')},
       count(renumbered_to)::int AS renumbered, count(*) FILTER (WHERE would_be_hidden)::int AS hidden
     FROM staged_row WHERE run_id = $1`,
    [runId],
  );
  return totals ?? { added: 0, changed: 0, vanished: 0, rejected: 0, renumbered: 0, hidden: 0 };
}

/** @returns the counts of a file; every row that was not staged is an unchanged one, so that they add up */
export function fileCountsOf(read: number, { added, changed, vanished, rejected }: StagedCounts): FileCounts {
  return { read, added, changed, unchanged: read - added - changed - rejected, vanished, rejected };
}
