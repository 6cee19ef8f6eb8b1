import type { ListErrorGroups, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

interface GroupRow {
  code: string;
  field: string;
  severity: 'error' | 'warning' | 'rejected';
  count: number;
  record_id: string | null;
  line: number | null;
  value: string;
  message: string;
}

/** The import that a run is of; undefined where nothing of it has arrived. */
export async function importOfRun(sql: Sql, runId: string): Promise<string | undefined> {
  const [found] = await sql.all<{ import_id: string }>(
    `SELECT import_id FROM run WHERE run_id = $1 AND import_id IS NOT NULL UNION ALL (SELECT import_id FROM import_record WHERE last_run_id = $1 LIMIT 1)
     UNION ALL (SELECT root.import_id FROM rejected_row rejected JOIN import_record root USING (source_id) WHERE rejected.run_id = $1 LIMIT 1)`,
    [runId],
  );
  return found?.import_id;
}

/** What went wrong in a run, by code and field, each with its first example (R80). A record is told of by the last run that brought it. */
export async function listErrorGroups(sql: Sql, runId: string): Promise<ReplyOf<typeof ListErrorGroups>> {
  const rows = await sql.all<GroupRow>(
    `SELECT DISTINCT ON (code, field, severity) code, field, severity, count(*) OVER (PARTITION BY code, field, severity)::int AS count, record_id, line, value, message
     FROM (
       SELECT e.code, e.field, e.severity, r.record_id, NULL::int AS line, e.value, e.message
       FROM import_record r CROSS JOIN jsonb_to_recordset(r.issues) AS e (code text, field text, severity text, value text, message text) WHERE r.last_run_id = $1
       UNION ALL SELECT code, field, 'rejected', record_id, line, value, message FROM rejected_row WHERE run_id = $1
     ) AS found ORDER BY code, field, severity, line, record_id`,
    [runId],
  );
  const items = rows.toSorted((one, other) => other.count - one.count).map(groupOf);
  return { items };
}

function groupOf({ code, field, severity, count, record_id, line, value, message }: GroupRow): ReplyOf<typeof ListErrorGroups>['items'][number] {
  return { code, field, severity, count, example: { value, message, ...(record_id !== null && { recordId: record_id }), ...(line !== null && { line }) } };
}
