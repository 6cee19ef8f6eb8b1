import type { ListReviewItems, PayloadOf, ReplyOf, ReviewItem, ReviewReason } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';
import { Where } from '../queries/where.js';
import { stateColumns, stateOf, type StateRow } from '../records/record-state.js';
import { explainItem, type Reported } from './item-explanation.js';
import { isJudged, whyUndecided } from './undecided.js';

interface ItemRow extends StateRow {
  item_id: string;
  reason: ReviewReason;
  fingerprint: string;
  opened_at: string;
  judged_at: string | null;
  judged_by: string | null;
  judgement: string | null;
  judged: boolean;
  missing_since: number | null;
  link_target_exists: boolean;
  signalled: string[];
  reports: Reported[];
  successor: string | null;
  successor_id: string | null;
  successor_name: string | null;
}

/** Items whose reason holds: one that a person or the rules took away meanwhile is not among them. */
const items = `review_item i JOIN import_record r ON r.id = i.record_id ${whyUndecided}`;

const columns = `${stateColumns}, i.id AS item_id, why.reason, why.fingerprint, i.opened_at, i.judged_at, i.judged_by, i.judgement, ${isJudged} AS judged,
  r.missing_since, g.successor, next.id AS successor_id, next.name AS successor_name,
  EXISTS (SELECT FROM organisation o WHERE o.gids_id = r.linked_organisation_id) AS link_target_exists,
  ARRAY(SELECT s.gids_id::text FROM review_signal s WHERE s.record_id = r.id AND s.reason = why.reason ORDER BY s.gids_id) AS signalled,
  (SELECT coalesce(json_agg(json_build_object('by', p.by, 'remark', p.remark) ORDER BY p.id DESC), '[]') FROM duplicate_report p
   WHERE why.reason = 'REPORTED' AND p.record_id = r.id AND NOT p.settled) AS reports`;

/** The successor may have arrived after its predecessor vanished: it is looked up each time. */
const withSuccessor = `LEFT JOIN renumbering g ON g.record_id = r.id AND why.reason = 'RENUMBERED'
  LEFT JOIN import_record next ON next.source_id = r.source_id AND next.record_id = g.successor`;

/** An item with what its record is judged on. */
export interface ReviewItemState {
  readonly item: ReviewItem;
  /** Of the reason that its record has now. */
  readonly fingerprint: string;
}

/** A page of the work list of the last controleronde, in an order that judging does not change (R81). */
export async function listReviewItems(sql: Sql, filter: PayloadOf<typeof ListReviewItems>): Promise<ReplyOf<typeof ListReviewItems>> {
  const where = new Where()
    .add('i.round_id = (SELECT max(id) FROM review_round WHERE import_id = ?)', filter.importId)
    .add('why.reason = ANY(?::text[])', filter.reasons)
    .add(`${isJudged} = ?`, filter.judged);
  const next = where.parameters.length;
  const rows = await sql.all<ItemRow>(
    `SELECT ${columns} FROM ${items} ${withSuccessor} ${where} ORDER BY i.id LIMIT $${next + 1} OFFSET $${next + 2}`,
    [...where.parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM ${items} ${where}`, where.parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

/** One item; undefined where there is none, or the rules can judge its record again. */
export async function findReviewItem(sql: Sql, id: number): Promise<ReviewItemState | undefined> {
  const [row] = await sql.all<ItemRow>(`SELECT ${columns} FROM ${items} ${withSuccessor} WHERE i.id = $1`, [id]);
  return row && { item: viewOf(row), fingerprint: row.fingerprint };
}

function viewOf(row: ItemRow): ReviewItem {
  const judged = row.judged && row.judged_at !== null;
  return {
    id: Number(row.item_id),
    recordId: Number(row.id),
    // What was removed has no name any more; its successor has.
    name: row.name || (row.successor_name ?? ''),
    bronId: row.record_id,
    reason: row.reason,
    explanation: explanationOf(row),
    openedAt: iso(row.opened_at),
    ...(judged && { judgedAt: iso(row.judged_at ?? ''), judgedBy: row.judged_by ?? '', judgement: row.judgement ?? '' }),
    ...(row.successor_id !== null && { successorId: Number(row.successor_id) }),
  };
}

function explanationOf(row: ItemRow): string {
  return explainItem({
    reason: row.reason,
    record: stateOf(row),
    missingSince: row.missing_since ?? undefined,
    linkTargetExists: row.link_target_exists,
    signalled: row.signalled.map(Number),
    successor: row.successor ?? undefined,
    reports: row.reports,
  });
}
