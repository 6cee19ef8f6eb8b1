import type { Issue } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { defineEntity, p, type EntitySchema } from '@mikro-orm/core';

/** What the latest mapping of a record found wrong; a record that never had findings has no row. */
const ConversionIssues = defineEntity({
  name: 'ConversionIssues',
  tableName: 'conversion_issues',
  properties: {
    sourceId: p.text().primary(),
    recordId: p.text().primary(),
    runSequence: p.integer(),
    issues: p.json(),
  },
});

export const mapperEntities = [ConversionIssues] as unknown as EntitySchema[];

export interface RecordIssues {
  readonly sourceId: string;
  readonly recordId: string;
  readonly runSequence: number;
  readonly issues: readonly Issue[];
}

/** Keeps the findings of the latest mapping of each record of a frame; those of a later run stay. */
export async function saveConversionIssues(sql: Sql, records: readonly RecordIssues[]): Promise<void> {
  const last = new Map(records.map((record) => [`${record.sourceId}\n${record.recordId}`, record]));
  const rows = [...last.values()].map(({ sourceId, recordId, runSequence, issues }) => ({ sourceId, recordId, runSequence, issues }));
  await sql.run(
    `INSERT INTO conversion_issues AS stored (source_id, record_id, run_sequence, issues)
     SELECT "sourceId", "recordId", "runSequence", issues
     FROM json_to_recordset($1::json) AS incoming ("sourceId" text, "recordId" text, "runSequence" int, issues jsonb)
     WHERE issues <> '[]' OR EXISTS (SELECT FROM conversion_issues WHERE source_id = "sourceId" AND record_id = "recordId")
     ORDER BY "sourceId", "recordId"
     ON CONFLICT (source_id, record_id) DO UPDATE SET run_sequence = excluded.run_sequence, issues = excluded.issues
     WHERE stored.run_sequence <= excluded.run_sequence`,
    [JSON.stringify(rows)],
  );
}

/** Forgets the findings of records. */
export async function removeIssuesOfRecords(sql: Sql, records: readonly Pick<RecordIssues, 'sourceId' | 'recordId'>[]): Promise<void> {
  const keys = [records.map(({ sourceId }) => sourceId), records.map(({ recordId }) => recordId)];
  await sql.run('DELETE FROM conversion_issues WHERE (source_id, record_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))', keys);
}

/** Forgets the findings of all records of sources. */
export async function removeIssuesOfSources(sql: Sql, sourceIds: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM conversion_issues WHERE source_id = ANY($1::text[])', [sourceIds]);
}
