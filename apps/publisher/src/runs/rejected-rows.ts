import type { DataOf, RowRejected } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** Keeps the rejected rows of a run; a row that is told twice is kept once. */
export async function saveRejectedRows(sql: Sql, runId: string, rows: readonly DataOf<typeof RowRejected>[]): Promise<void> {
  await sql.run(
    `INSERT INTO rejected_row (run_id, line, source_id, record_id, code, field, value, message)
     SELECT $1, line, "sourceId", "recordId", code, field, value, message
     FROM json_to_recordset($2::json) AS incoming (line int, "sourceId" text, "recordId" text, code text, field text, value text, message text)
     ORDER BY line ON CONFLICT DO NOTHING`,
    [runId, JSON.stringify(rows)],
  );
}
