import type { DataOf, RowParsed, RowRejected, RowVanished } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { RecordDescription } from './describe-record.js';

/** What a run is going to send, in the order in which it was found. */
export type StagedRow =
  | {
      readonly outcome: 'added' | 'changed';
      readonly recordId: string;
      readonly hash: string;
      readonly about: RecordDescription;
      readonly wouldBeHidden: boolean;
      readonly data: DataOf<typeof RowParsed>;
    }
  | {
      readonly outcome: 'vanished';
      readonly recordId: string;
      /** As it was last sent. */
      readonly about: RecordDescription;
      readonly data: DataOf<typeof RowVanished>;
    }
  | { readonly outcome: 'rejected'; readonly recordId: string | undefined; readonly data: DataOf<typeof RowRejected> };

interface Row {
  position: number;
  record_id: string | null;
  outcome: StagedRow['outcome'];
  hash: string | null;
  payload: string;
  name: string | null;
  match_hash: string | null;
  showable: boolean;
  would_be_hidden: boolean;
  renumbered_to: string | null;
}

export async function dropStagedRows(sql: Sql, runId: string): Promise<void> {
  await sql.run('DELETE FROM staged_row WHERE run_id = $1', [runId]);
}

/** Lets a run go without its removals: these records stay as they are. */
export async function dropVanishedRows(sql: Sql, runId: string): Promise<void> {
  await sql.run("DELETE FROM staged_row WHERE run_id = $1 AND outcome = 'vanished'", [runId]);
}

/** Stages rows in one statement. @param from position of the first of them */
export async function stageRows(sql: Sql, runId: string, from: number, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const about = rows.map((row) => ('about' in row ? row.about : { showable: false }) as RecordDescription);
  await sql.run(
    `INSERT INTO staged_row (run_id, position, record_id, outcome, hash, payload, name, match_hash, showable, would_be_hidden)
     SELECT $1, $2::int + n - 1, record_id, outcome, hash, payload, name, match_hash, showable, would_be_hidden
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::boolean[])
       WITH ORDINALITY AS row (record_id, outcome, hash, payload, name, match_hash, showable, would_be_hidden, n)`,
    [
      runId,
      from,
      rows.map((row) => row.recordId),
      rows.map((row) => row.outcome),
      rows.map((row) => ('hash' in row ? row.hash : undefined)),
      rows.map((row) => JSON.stringify(row.data)),
      about.map(({ name }) => name),
      about.map(({ matchHash }) => matchHash),
      about.map(({ showable }) => showable),
      rows.map(wouldBeHidden),
    ],
  );
}

/** A row that cannot be used leaves its record as it was. */
function wouldBeHidden(row: StagedRow): boolean {
  if (row.outcome === 'rejected') return false;
  return row.outcome === 'vanished' ? row.about.showable : row.wouldBeHidden;
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
     RETURNING position, record_id, outcome, hash, payload, name, match_hash, showable, would_be_hidden, renumbered_to`,
    [runId, limit],
  );
  return rows.sort((a, b) => a.position - b.position).map(stagedRow);
}

function stagedRow(row: Row): StagedRow {
  const { outcome, record_id: recordId, hash, renumbered_to: renumberedTo } = row;
  const data = { ...(JSON.parse(row.payload) as object), ...(renumberedTo !== null && { renumberedTo }) };
  const about = { name: row.name ?? undefined, matchHash: row.match_hash ?? undefined, showable: row.showable };
  if (outcome === 'rejected') return { outcome, recordId: recordId ?? undefined, data } as StagedRow;
  if (outcome === 'vanished') return { outcome, recordId, about, data } as StagedRow;
  return { outcome, recordId, hash, about, wouldBeHidden: row.would_be_hidden, data } as StagedRow;
}
