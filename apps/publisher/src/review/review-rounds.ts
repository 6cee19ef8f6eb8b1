import { RequestRefused, type CloseReviewRound, type PayloadOf, type ReviewRound } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';
import { lockReview } from './refresh-round.js';
import { isJudged, whyUndecided } from './undecided.js';

interface RoundRow {
  id: string;
  import_id: string;
  opened_at: string;
  closed_at: string | null;
  closed_by: string | null;
  closed_total: number | null;
  total: number;
  judged: number;
}

/** A round with what is in it now; what was closed stays as it was. */
const rounds = `SELECT round.id, round.import_id, round.opened_at, round.closed_at, round.closed_by, round.closed_total, progress.total, progress.judged
  FROM review_round round CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE ${isJudged})::int AS judged
    FROM review_item i JOIN import_record r ON r.id = i.record_id ${whyUndecided}
    WHERE round.closed_at IS NULL AND i.round_id = round.id) AS progress`;

/** The last controleronde of an import (R81). @throws RequestRefused (404) where there is no such import, or no run of it was completed */
export async function showReviewRound(sql: Sql, importId: string): Promise<ReviewRound> {
  const [row] = await sql.all<RoundRow>(`${rounds} WHERE round.import_id = $1 ORDER BY round.id DESC LIMIT 1`, [importId]);
  if (!row) throw notFound(`Van import "${importId}" is nog geen controleronde: die opent zodra een run is afgerond.`);
  return viewOf(row);
}

/** @throws RequestRefused where there is no such round (404), it is closed, or something in it is not judged (409) */
export async function closeReviewRound(sql: Sql, { roundId, by }: PayloadOf<typeof CloseReviewRound>, now: Date): Promise<ReviewRound> {
  const { importId } = await readRound(sql, roundId);
  await lockReview(sql, importId);
  const round = await readRound(sql, roundId);
  if (round.closedAt !== undefined) throw conflict('roundClosed', `Controleronde ${roundId} is al gesloten.`);
  const open = round.total - round.judged;
  if (open > 0) throw conflict('itemsOpen', `Controleronde ${roundId} kan nog niet worden gesloten: ${open} van ${round.total} nog te beoordelen.`);
  await sql.run('UPDATE review_round SET closed_at = $2, closed_by = $3, closed_total = $4 WHERE id = $1', [roundId, now, by, round.total]);
  return readRound(sql, roundId);
}

async function readRound(sql: Sql, id: number): Promise<ReviewRound> {
  const [row] = await sql.all<RoundRow>(`${rounds} WHERE round.id = $1`, [id]);
  if (!row) throw notFound(`Er is geen controleronde ${id}.`);
  return viewOf(row);
}

function viewOf(row: RoundRow): ReviewRound {
  return {
    id: Number(row.id),
    importId: row.import_id,
    openedAt: iso(row.opened_at),
    total: row.closed_total ?? row.total,
    judged: row.closed_total ?? row.judged,
    ...(row.closed_at !== null && { closedAt: iso(row.closed_at) }),
    ...(row.closed_by !== null && { closedBy: row.closed_by }),
  };
}

function notFound(message: string): RequestRefused {
  return new RequestRefused({ kind: 'notFound', code: 'notFound', message });
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
