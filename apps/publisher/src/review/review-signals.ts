import type { Duplicate, ReviewReason } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { RecordState } from '../records/record-state.js';

/** What happened to a record and a managed organisation. */
export interface Signal {
  readonly recordId: number;
  readonly gidsId: number;
}

/** Remembers for the next controleronde what only this moment shows. */
export async function rememberSignals(sql: Sql, reason: Extract<ReviewReason, 'MATCH_LOST' | 'NOWHERE_VISIBLE'>, signals: readonly Signal[], at: Date): Promise<void> {
  if (signals.length === 0) return;
  await sql.run(
    `INSERT INTO review_signal (record_id, reason, gids_id, at)
     SELECT DISTINCT "recordId", $2, "gidsId", $3::timestamptz FROM json_to_recordset($1::json) AS signal ("recordId" bigint, "gidsId" bigint)
     ORDER BY "recordId", "gidsId" ON CONFLICT DO NOTHING`,
    [JSON.stringify(signals), reason, at],
  );
}

/**
 * The duplicates that counted and do not any more, although the public saw them: the managed data diverged, and both
 * would be visible (A30). One that is still seen as hidden is not lost, and one that a person judged is no surprise.
 */
export function lostMatches({ id, duplicates }: Pick<RecordState, 'id' | 'duplicates'>, now: readonly Duplicate[]): Signal[] {
  const current = new Map(now.map((duplicate) => [duplicate.gidsId, duplicate]));
  const isLost = ({ gidsId }: Duplicate) => {
    const still = current.get(gidsId);
    return !still || (still.visible && !still.counts && still.verdict === undefined);
  };
  return duplicates.filter((duplicate) => duplicate.counts && duplicate.visible && isLost(duplicate)).map(({ gidsId }) => ({ recordId: id, gidsId }));
}
