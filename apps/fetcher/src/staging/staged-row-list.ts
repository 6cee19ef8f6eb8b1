import type { ListStagedRows, PayloadOf, ReplyOf, StagedRowView } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

interface Row {
  readonly outcome: StagedRowView['outcome'];
  readonly record_id: string | null;
  readonly name: string | null;
  readonly line: number | null;
  readonly renumbered_to: string | null;
  readonly would_be_hidden: boolean;
  readonly message: string | null;
}

/** What a removal and an addition that seem to be one are told as; the addition is not told apart. */
const touched = `
  FROM (SELECT *, CASE WHEN renumbered_to IS NULL THEN outcome ELSE 'renumbered' END AS told FROM staged_row) staged
  WHERE run_id = $1 AND renumbered_from IS NULL AND ($2::text[] IS NULL OR told = ANY($2::text[]))`;

/** Lists exactly which records a held run would touch, in the order in which it would (R8); a row that cannot be used has the name of its record. */
export async function listStagedRows(sql: Sql, sourceId: string, filter: PayloadOf<typeof ListStagedRows>): Promise<ReplyOf<typeof ListStagedRows>> {
  const { runId, outcomes, page, pageSize } = filter;
  const rows = await sql.all<Row>(
    `SELECT told AS outcome, record_id, renumbered_to, would_be_hidden,
       coalesce(name, (SELECT name FROM source_record known WHERE known.source_id = $5 AND known.record_id = staged.record_id)) AS name,
       (payload::json->>'line')::int AS line, payload::json->>'message' AS message
     ${touched} ORDER BY position LIMIT $3 OFFSET $4`,
    [runId, outcomes, pageSize, (page - 1) * pageSize, sourceId],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total ${touched}`, [runId, outcomes]);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

function viewOf(row: Row): StagedRowView {
  return {
    outcome: row.outcome,
    wouldBeHidden: row.would_be_hidden,
    ...(row.record_id !== null && { recordId: row.record_id }),
    ...(row.name !== null && { name: row.name }),
    ...(row.line !== null && { line: row.line }),
    ...(row.renumbered_to !== null && { renumberedTo: row.renumbered_to }),
    ...(row.message !== null && { message: row.message }),
  };
}
