import type { Sql } from '@gids/persistence';
import type { RecordFacts } from '../rules/evaluation.js';
import { blockingDuplicates } from '../rules/status.js';

/** What an evaluation of a record looks at, as far as its duplicates count. */
type Evaluated = Pick<RecordFacts, 'duplicates' | 'linkedOrganisationId' | 'publicationAction' | 'missingAtSource' | 'suppressed'>;

/** Duplicates of one record that it had not before. */
export interface NewDuplicates {
  /** The import record. */
  readonly id: number;
  readonly sourceId: string;
  /** The managed organisations. */
  readonly gidsIds: readonly number[];
}

/**
 * The duplicates that hold a record back and did not at its evaluation before (R74): what was hidden or gone and is back is
 * new again (table 5.3 row 7). On action 3 or with a link there is nothing to decide.
 * @param before undefined for a record that is new
 */
export function newlyBlocking(before: Pick<Evaluated, 'duplicates'> | undefined, after: Evaluated): number[] {
  const { publicationAction, linkedOrganisationId, missingAtSource, suppressed } = after;
  if (publicationAction === 'DO_NOT_SHOW' || linkedOrganisationId !== undefined || missingAtSource || suppressed) return [];
  const known = new Set(before && blockingDuplicates({ duplicates: before.duplicates }).map(({ gidsId }) => gidsId));
  return blockingDuplicates(after)
    .map(({ gidsId }) => gidsId)
    .filter((gidsId) => !known.has(gidsId));
}

/** Keeps until the end of the run what it found new: one message tells of all (R74). */
export async function rememberNewDuplicates(sql: Sql, found: readonly NewDuplicates[]): Promise<void> {
  const rows = found.flatMap(({ id, sourceId, gidsIds }) => gidsIds.map((gidsId) => ({ id, sourceId, gidsId })));
  if (rows.length === 0) return;
  await sql.run(
    `INSERT INTO new_duplicate (source_id, record_id, gids_id)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[]) ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING`,
    [rows.map(({ sourceId }) => sourceId), rows.map(({ id }) => id), rows.map(({ gidsId }) => gidsId)],
  );
}
