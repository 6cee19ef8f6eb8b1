import type { DuplicateReport } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { shareableName } from '../links/shareable-fields.js';
import { iso } from '../queries/iso.js';
import type { Where } from '../queries/where.js';
import type { Judgement } from '../review/judge-item.js';

interface ReportRow {
  id: string;
  import_id: string;
  import_record_id: string;
  record_id: string;
  gids_id: string;
  name: string;
  kind: string | null;
  remark: string;
  by: string;
  at: string;
  judged_at: string | null;
  judged_by: string | null;
  judgement: string | null;
}

/** Reports with the record that each is about, under the conditions of `where` on `p` and `r`. */
const reports = 'duplicate_report p JOIN import_record r ON r.id = p.record_id';

/** @returns the id of a new report */
export async function insertReport(sql: Sql, recordId: number, { remark, by }: { remark: string; by: string }, now: Date): Promise<number> {
  const [row] = await sql.all<{ id: string }>('INSERT INTO duplicate_report (record_id, remark, by, at) VALUES ($1, $2, $3, $4) RETURNING id', [recordId, remark, by, now]);
  return Number(row?.id);
}

/** A page of reports, the newest first, and how many there are. */
export async function readReports(sql: Sql, where: Where, { page, pageSize }: { page: number; pageSize: number }): Promise<{ items: DuplicateReport[]; total: number }> {
  const next = where.parameters.length;
  const rows = await sql.all<ReportRow>(
    `SELECT p.id, r.import_id, r.id AS import_record_id, r.record_id, r.gids_id, r.name, o.kind, p.remark, p.by, p.at, p.judged_at, p.judged_by, p.judgement
     FROM ${reports} LEFT JOIN organisation o ON o.gids_id = r.gids_id ${where} ORDER BY p.id DESC LIMIT $${next + 1} OFFSET $${next + 2}`,
    [...where.parameters, pageSize, (page - 1) * pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM ${reports} ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

/** Gives the open reports of a record their outcome: who reported sees it (R77). */
export async function judgeReports(sql: Sql, recordId: number, { judgement, by }: Judgement, now: Date): Promise<void> {
  await sql.run('UPDATE duplicate_report SET judged_at = $2, judged_by = $3, judgement = $4 WHERE record_id = $1 AND NOT settled', [recordId, now, by, judgement]);
}

/** Reports that were judged are no reason to judge any more when a next round begins. */
export async function settleReports(sql: Sql, importId: string): Promise<void> {
  await sql.run(
    `UPDATE duplicate_report p SET settled = true FROM import_record r
     WHERE r.id = p.record_id AND r.import_id = $1 AND p.judged_at IS NOT NULL AND NOT p.settled`,
    [importId],
  );
}

function viewOf(row: ReportRow): DuplicateReport {
  return {
    id: Number(row.id),
    importId: row.import_id,
    importRecordId: Number(row.import_record_id),
    gidsId: Number(row.gids_id),
    name: shareableName({ name: row.name, kind: row.kind ?? undefined, recordId: row.record_id }),
    remark: row.remark,
    by: row.by,
    reportedAt: iso(row.at),
    ...(row.judged_at !== null && { judgedAt: iso(row.judged_at), judgedBy: row.judged_by ?? '', judgement: row.judgement ?? '' }),
  };
}
