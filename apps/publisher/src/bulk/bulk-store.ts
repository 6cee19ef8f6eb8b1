import type { BulkChangeView, BulkItemView, BulkOrder, BulkOutcome, BulkState, ImportRecordFilter, ListBulkItems, PayloadOf, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';
import { Where } from '../queries/where.js';
import type { Before } from './bulk-rule.js';

/** A bulk change as it stands in the database. */
export interface BulkRow {
  readonly id: string;
  readonly order: BulkOrder | null;
  readonly filter: ImportRecordFilter | null;
  readonly undoes: string | null;
  readonly undone_by: string | null;
  readonly imports: string[];
  readonly by: string;
  readonly requested_at: string;
  readonly ended_at: string | null;
  readonly state: BulkState;
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A record whose turn it is. */
export interface WaitingItem {
  readonly position: number;
  readonly recordId: number;
  /** Where it is undone: what it gets back, and whether somebody changed the same of it since. */
  readonly before: Before | undefined;
  readonly changedSince: boolean;
}

const columns = 'b.*, (SELECT u.id FROM bulk_change u WHERE u.undoes = b.id) AS undone_by';

export async function findBulk(sql: Sql, id: string): Promise<BulkRow | undefined> {
  const [row] = await sql.all<BulkRow>(`SELECT ${columns} FROM bulk_change b WHERE b.id = $1`, [id]);
  return row;
}

/** @param imports only bulk changes whose records are all of these imports; all where absent */
export async function listBulk(sql: Sql, { page, pageSize, importId }: { page: number; pageSize: number; importId?: string | undefined }, imports: readonly string[] | undefined) {
  const where = new Where().add('b.imports <@ ?::text[]', imports).add('? = ANY(b.imports)', importId);
  const next = where.parameters.length;
  const rows = await sql.all<BulkRow>(`SELECT ${columns} FROM bulk_change b ${where} ORDER BY b.requested_at DESC, b.id DESC LIMIT $${next + 1} OFFSET $${next + 2}`, [
    ...where.parameters,
    pageSize,
    (page - 1) * pageSize,
  ]);
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM bulk_change b ${where}`, where.parameters);
  return { items: rows.map(bulkView), total: count?.total ?? 0 };
}

/** Takes the bulk change that waits longest, for the rest of the transaction; another replica takes another. */
export async function takeBulk(sql: Sql): Promise<BulkRow | undefined> {
  const [row] = await sql.all<BulkRow>(
    "SELECT *, NULL AS undone_by FROM bulk_change WHERE state IN ('WAITING', 'RUNNING') ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
  );
  return row;
}

/** The next records of a bulk change, in its order. */
export async function takeItems(sql: Sql, { id, undoes }: BulkRow, count: number): Promise<WaitingItem[]> {
  const rows = await sql.all<{ position: number; record_id: string; before: Before | null; changed_since: boolean }>(
    `SELECT i.position, i.record_id, done.before, EXISTS (SELECT FROM record_history h WHERE h.record_id = i.record_id AND h.at > done.at
         AND h.kind = CASE WHEN done.before ? 'note' THEN 'NOTE' ELSE 'ACTION' END) AS changed_since
     FROM bulk_item i LEFT JOIN bulk_item done ON done.bulk_id = $2 AND done.record_id = i.record_id AND done.outcome = 'CHANGED'
     WHERE i.bulk_id = $1 AND i.outcome IS NULL ORDER BY i.position LIMIT $3`,
    [id, undoes, count],
  );
  return rows.map(({ position, record_id, before, changed_since }) => ({ position, recordId: Number(record_id), before: before ?? undefined, changedSince: changed_since }));
}

/** What became of a record whose turn it was. */
export interface DoneItem {
  readonly position: number;
  readonly outcome: BulkOutcome;
  readonly message?: string | undefined;
  readonly before?: Before | undefined;
}

/** Keeps what became of records, and counts it. @returns the bulk change as it is then; it has ended where none is left */
export async function finishItems(sql: Sql, id: string, done: readonly DoneItem[], at: Date): Promise<BulkRow> {
  await sql.run(
    `UPDATE bulk_item i SET outcome = done.outcome, message = done.message, before = done.before, at = $3
     FROM json_to_recordset($2::json) AS done (position int, outcome text, message text, before jsonb) WHERE i.bulk_id = $1 AND i.position = done.position`,
    [id, JSON.stringify(done), at],
  );
  const count = (outcome: BulkOutcome) => done.filter((item) => item.outcome === outcome).length;
  const [row] = await sql.all<BulkRow>(
    `UPDATE bulk_change b SET changed = changed + $2, unchanged = unchanged + $3, refused = refused + $4,
       state = CASE WHEN waiting.remaining > 0 THEN 'RUNNING' WHEN refused + $4 > 0 THEN 'DONE_WITH_REFUSALS' ELSE 'DONE' END,
       ended_at = CASE WHEN waiting.remaining = 0 THEN $5::timestamptz END
     FROM (SELECT count(*) AS remaining FROM bulk_item WHERE bulk_id = $1 AND outcome IS NULL) AS waiting WHERE b.id = $1 RETURNING b.*, NULL AS undone_by`,
    [id, count('CHANGED'), count('UNCHANGED'), count('REFUSED'), at],
  );
  if (!row) throw new Error(`Bulk change ${id} is gone`);
  return row;
}

export async function listItems(sql: Sql, { id, outcomes, page, pageSize }: PayloadOf<typeof ListBulkItems>): Promise<ReplyOf<typeof ListBulkItems>> {
  const where = new Where().add('i.bulk_id = ?', id).add('i.outcome = ANY(?::text[])', outcomes);
  const next = where.parameters.length;
  const rows = await sql.all<{ record_id: string; source_record_id: string | null; name: string | null; outcome: BulkOutcome | null; message: string | null }>(
    `SELECT i.record_id, r.record_id AS source_record_id, r.name, i.outcome, i.message FROM bulk_item i LEFT JOIN import_record r ON r.id = i.record_id
     ${where} ORDER BY i.position LIMIT $${next + 1} OFFSET $${next + 2}`,
    [...where.parameters, pageSize, (page - 1) * pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM bulk_item i ${where}`, where.parameters);
  return { items: rows.map(itemView), total: count?.total ?? 0 };
}

function itemView(row: { record_id: string; source_record_id: string | null; name: string | null; outcome: BulkOutcome | null; message: string | null }): BulkItemView {
  return {
    recordId: Number(row.record_id),
    ...(row.source_record_id !== null && { sourceRecordId: row.source_record_id }),
    ...(row.name !== null && { name: row.name }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.message !== null && { message: row.message }),
  };
}

export function bulkView(row: BulkRow): BulkChangeView {
  const { id, imports, by, state, total, changed, unchanged, refused } = row;
  return {
    id,
    imports,
    by,
    state,
    total,
    changed,
    unchanged,
    refused,
    requestedAt: iso(row.requested_at),
    ...(row.order !== null && { order: row.order }),
    ...(row.filter !== null && { filter: row.filter }),
    ...(row.undoes !== null && { undoes: row.undoes }),
    ...(row.undone_by !== null && { undoneBy: row.undone_by }),
    ...(row.ended_at !== null && { endedAt: iso(row.ended_at) }),
  };
}
