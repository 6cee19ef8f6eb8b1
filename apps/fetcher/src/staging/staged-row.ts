import type { DataOf, RowParsed, RowRejected, RowVanished } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** What a run is going to send, in the order in which it was found. */
export type StagedRow =
  | { readonly outcome: 'added' | 'changed'; readonly recordId: string; readonly hash: string; readonly data: DataOf<typeof RowParsed> }
  | { readonly outcome: 'vanished'; readonly recordId: string; readonly data: DataOf<typeof RowVanished> }
  | { readonly outcome: 'rejected'; readonly recordId: string | undefined; readonly data: DataOf<typeof RowRejected> };

interface Row {
  position: number;
  record_id: string | null;
  outcome: StagedRow['outcome'];
  hash: string | null;
  payload: string;
}

export async function dropStagedRows(sql: Sql, runId: string): Promise<void> {
  await sql.run('DELETE FROM staged_row WHERE run_id = $1', [runId]);
}

/** Stages rows in one statement. @param from position of the first of them */
export async function stageRows(sql: Sql, runId: string, from: number, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.run(
    `INSERT INTO staged_row (run_id, position, record_id, outcome, hash, payload)
     SELECT $1, $2::int + n - 1, record_id, outcome, hash, payload
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS row (record_id, outcome, hash, payload, n)`,
    [
      runId,
      from,
      rows.map((row) => row.recordId),
      rows.map((row) => row.outcome),
      rows.map((row) => ('hash' in row ? row.hash : undefined)),
      rows.map((row) => JSON.stringify(row.data)),
    ],
  );
}

/** Of these records, those that this run has staged as new already; each is looked up in the index, see `compareRecords`. */
export async function findStagedRecords(sql: Sql, runId: string, recordIds: readonly string[]): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const rows = await sql.all<{ record_id: string }>(
    `SELECT found.record_id FROM unnest($2::text[]) AS asked (record_id), LATERAL (
       SELECT record_id FROM staged_row WHERE run_id = $1 AND record_id = asked.record_id AND outcome = 'added' LIMIT 1
     ) found`,
    [runId, recordIds],
  );
  return new Set(rows.map((row) => row.record_id));
}

/** Takes the next rows out of the stage, to be sent in the same transaction. */
export async function takeStagedRows(sql: Sql, runId: string, limit: number): Promise<StagedRow[]> {
  const rows = await sql.all<Row>(
    `DELETE FROM staged_row WHERE run_id = $1
       AND position = ANY(ARRAY(SELECT position FROM staged_row WHERE run_id = $1 ORDER BY position LIMIT $2))
     RETURNING position, record_id, outcome, hash, payload`,
    [runId, limit],
  );
  return rows.sort((a, b) => a.position - b.position).map(stagedRow);
}

function stagedRow({ outcome, record_id, hash, payload }: Row): StagedRow {
  return { outcome, recordId: record_id ?? undefined, hash: hash ?? undefined, data: JSON.parse(payload) as unknown } as StagedRow;
}
