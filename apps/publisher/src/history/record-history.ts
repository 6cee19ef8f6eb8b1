import type { HistoryEntry, HistoryKind, PayloadOf, ReplyOf, ShowRecordHistory } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';

/** Who or what changes records, and when: a person, a run, or neither (an event of the directory). */
export interface Occasion {
  readonly at: Date;
  readonly by?: string | undefined;
  readonly runId?: string | undefined;
  readonly runNumber?: number | undefined;
}

/** What is told of a record. */
export interface HistoryLine {
  readonly kind: HistoryKind;
  /** One Dutch sentence: what, and why. */
  readonly sentence: string;
}

interface HistoryRow {
  at: string;
  kind: HistoryKind;
  sentence: string;
  by: string | null;
  run_id: string | null;
  run_number: number | null;
}

/** Adds what happened to records, in the transaction in which it happened. */
export async function addHistory(sql: Sql, occasion: Occasion, told: ReadonlyMap<number, readonly HistoryLine[]>): Promise<void> {
  const lines = [...told].flatMap(([recordId, list]) => list.map(({ kind, sentence }) => ({ record_id: recordId, kind, sentence })));
  if (lines.length === 0) return;
  const { at, by, runId, runNumber } = occasion;
  await sql.run(
    `INSERT INTO record_history (record_id, at, kind, sentence, by, run_id, run_number)
     SELECT record_id, $2, kind, sentence, $3, $4, $5
     FROM json_to_recordset($1::json) AS line (record_id bigint, kind text, sentence text)`,
    [JSON.stringify(lines), at, by, runId, runNumber],
  );
}

/** The history of one record, the newest first. */
export async function listHistory(sql: Sql, { id, page, pageSize }: PayloadOf<typeof ShowRecordHistory>): Promise<ReplyOf<typeof ShowRecordHistory>> {
  const rows = await sql.all<HistoryRow>(
    'SELECT at, kind, sentence, by, run_id, run_number FROM record_history WHERE record_id = $1 ORDER BY id DESC LIMIT $2 OFFSET $3',
    [id, pageSize, (page - 1) * pageSize],
  );
  const [count] = await sql.all<{ total: number }>('SELECT count(*)::int AS total FROM record_history WHERE record_id = $1', [id]);
  return { items: rows.map(entryOf), total: count?.total ?? 0 };
}

function entryOf({ at, kind, sentence, by, run_id, run_number }: HistoryRow): HistoryEntry {
  return {
    at: iso(at),
    kind,
    sentence,
    ...(by !== null && { by }),
    ...(run_id !== null && { runId: run_id }),
    ...(run_number !== null && { runNumber: run_number }),
  };
}
