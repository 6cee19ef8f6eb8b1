import type { Sql } from '@gids/persistence';
import { settleReports } from '../reports/report-store.js';
import { whyUndecided } from './undecided.js';

/** After a first import the planner takes these for empty, and would read each of them whole for every record. */
const planned = ['import_record (id, import_id)', 'organisation (gids_id, visible)', 'review_signal', 'review_item', 'renumbering', 'duplicate_report'] as const;

/** Lets one act at a time say which round of an import is open and what is in it. */
export async function lockReview(sql: Sql, importId: string): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended('review of ' || $1, 0))", [importId]);
}

/**
 * Opens the controleronde of an import, or refreshes the one that is open (R81): what is new comes in, what is still
 * open is carried over, what the rules can judge again drops out, and what was judged comes back only where its reason
 * changed (A33). A round with nothing in it closes itself.
 */
export async function refreshReviewRound(sql: Sql, importId: string, now: Date): Promise<void> {
  await lockReview(sql, importId);
  await settleReports(sql, importId);
  const roundId = await openRound(sql, importId, now);
  await sql.run(`ANALYZE ${planned.join(', ')}`);
  await refreshItems(sql, importId, roundId, now);
  await forgetPassed(sql, importId);
  await sql.run(
    `UPDATE review_round SET closed_at = $2, closed_total = 0 WHERE id = $1 AND NOT EXISTS (SELECT FROM review_item WHERE round_id = $1)`,
    [roundId, now],
  );
}

async function openRound(sql: Sql, importId: string, now: Date): Promise<number> {
  const [open] = await sql.all<{ id: string }>('SELECT id FROM review_round WHERE import_id = $1 AND closed_at IS NULL', [importId]);
  if (open) return Number(open.id);
  const [opened] = await sql.all<{ id: string }>('INSERT INTO review_round (import_id, opened_at) VALUES ($1, $2) RETURNING id', [importId, now]);
  return Number(opened?.id);
}

/** Puts one record in the round of its import that is open, or that opens for it: what a person reported waits for no run (R77). */
export async function placeInRound(sql: Sql, { id, importId }: { id: number; importId: string }, now: Date): Promise<void> {
  await lockReview(sql, importId);
  const roundId = await openRound(sql, importId, now);
  await sql.run(placed(`SELECT r.id AS record_id, why.reason, why.fingerprint FROM import_record r ${whyUndecided} WHERE r.id = $1`), [id, roundId, now]);
}

/** Writes items of undecided records, new or reopened. The history keeps the judgement that a reopened item loses. */
const placed = (undecided: string) => `INSERT INTO review_item AS item (round_id, record_id, reason, fingerprint, opened_at)
  SELECT $2, record_id, reason, fingerprint, $3::timestamptz FROM (${undecided}) AS undecided ORDER BY record_id
  ON CONFLICT (record_id) DO UPDATE SET
    round_id = excluded.round_id, reason = excluded.reason, fingerprint = excluded.fingerprint, judged_at = NULL, judged_by = NULL, judgement = NULL,
    opened_at = CASE WHEN item.fingerprint = excluded.fingerprint THEN item.opened_at ELSE excluded.opened_at END
  WHERE item.fingerprint <> excluded.fingerprint OR (item.judged_at IS NULL AND item.round_id <> excluded.round_id)`;

/** One statement for all records of the import. */
async function refreshItems(sql: Sql, importId: string, roundId: number, now: Date): Promise<void> {
  await sql.run(
    `WITH undecided AS MATERIALIZED (SELECT r.id AS record_id, why.reason, why.fingerprint FROM import_record r ${whyUndecided} WHERE r.import_id = $1),
       dropped AS (DELETE FROM review_item i USING import_record r
         WHERE r.id = i.record_id AND r.import_id = $1 AND NOT EXISTS (SELECT FROM undecided u WHERE u.record_id = i.record_id))
     ${placed('SELECT * FROM undecided')}`,
    [importId, roundId, now],
  );
}

/** Signals and proposals of records that have another reason by now, or none: the same again would be something new. A report only stands before them. */
async function forgetPassed(sql: Sql, importId: string): Promise<void> {
  const passed = (reason: string) => `r.import_id = $1 AND NOT EXISTS (
    SELECT FROM import_record r ${whyUndecided} WHERE r.id = about.record_id AND why.reason IN (${reason}, 'REPORTED'))`;
  await sql.run(`DELETE FROM review_signal about USING import_record r WHERE r.id = about.record_id AND ${passed('about.reason')}`, [importId]);
  await sql.run(`DELETE FROM renumbering about USING import_record r WHERE r.id = about.record_id AND ${passed("'RENUMBERED'")}`, [importId]);
}
