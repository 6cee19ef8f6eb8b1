import type { Sql } from '@gids/persistence';

/** Positions and bronIDs of a vanished and a new record that seem to be one. */
interface Pair {
  readonly oldPosition: number;
  readonly oldId: string;
  readonly newPosition: number;
  readonly newId: string;
}

/**
 * Joins a vanished and a new record of one file that have the same kind, name and address: the publisher gave the
 * organisation another bronID (FORMATS §5). Where more than one of either could be meant, nobody knows, and nothing is
 * proposed. Neither is it where the "new" record was at the source before: that one has a history of its own.
 */
export async function pairRenumbered(sql: Sql, runId: string, sourceId: string): Promise<void> {
  const pairs = await findPairs(sql, runId, sourceId);
  if (pairs.length === 0) return;
  await sql.run(
    `UPDATE staged_row SET renumbered_from = pair.old_id
     FROM unnest($2::int[], $3::text[]) AS pair (new_position, old_id) WHERE run_id = $1 AND position = pair.new_position`,
    [runId, pairs.map((pair) => pair.newPosition), pairs.map((pair) => pair.oldId)],
  );
  // It goes on under its new bronID: it is hidden only where that one cannot be shown.
  await sql.run(
    `UPDATE staged_row SET renumbered_to = pair.new_id, would_be_hidden = would_be_hidden AND NOT
       (SELECT showable FROM staged_row new WHERE new.run_id = $1 AND new.position = pair.new_position)
     FROM unnest($2::int[], $3::text[], $4::int[]) AS pair (old_position, new_id, new_position) WHERE run_id = $1 AND position = pair.old_position`,
    [runId, pairs.map((pair) => pair.oldPosition), pairs.map((pair) => pair.newId), pairs.map((pair) => pair.newPosition)],
  );
}

/** In a statement of its own: joined to the rows that it is about, a planner without statistics groups them once per row. */
async function findPairs(sql: Sql, runId: string, sourceId: string): Promise<Pair[]> {
  const one = (column: string, outcome: string) => `min(${column}) FILTER (WHERE outcome = '${outcome}')`;
  return sql.all<Pair>(
    `SELECT * FROM (
       SELECT ${one('position', 'vanished')} AS "oldPosition", ${one('record_id', 'vanished')} AS "oldId",
         ${one('position', 'added')} AS "newPosition", ${one('record_id', 'added')} AS "newId"
       FROM staged_row WHERE run_id = $1 AND match_hash IS NOT NULL AND outcome IN ('vanished', 'added') GROUP BY match_hash
       HAVING count(*) FILTER (WHERE outcome = 'vanished') = 1 AND count(*) FILTER (WHERE outcome = 'added') = 1
     ) pair WHERE NOT EXISTS (SELECT FROM source_record WHERE source_id = $2 AND record_id = "newId")`,
    [runId, sourceId],
  );
}

/** Undoes the proposal that a record is part of: its other half is a removal or an addition again. */
export async function unpairRenumbered(sql: Sql, runId: string, recordId: string): Promise<void> {
  await sql.run(
    `UPDATE staged_row SET renumbered_to = NULL, renumbered_from = NULL, would_be_hidden = outcome = 'vanished' AND showable
     WHERE run_id = $1 AND (renumbered_to = $2 OR renumbered_from = $2)`,
    [runId, recordId],
  );
}
