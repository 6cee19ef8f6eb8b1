import { ReviewRoundOpened, type ReviewReason } from '@gids/contracts';
import type { Origin, UnitOfWork } from '@gids/messaging';
import type { KnownRun } from '../runs/run-progress.js';

/** Tells after a run what there is to judge in the round of its import, by reason; nothing where there is nothing (R81, M6). */
export async function tellOpenItems({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, { importId, sourceId }: KnownRun, origin: Origin): Promise<void> {
  const reasons = await sql.all<{ reason: ReviewReason; count: number }>(
    `SELECT i.reason, count(*)::int AS count FROM review_item i JOIN review_round round ON round.id = i.round_id
     WHERE round.import_id = $1 AND round.closed_at IS NULL AND i.judged_at IS NULL GROUP BY i.reason ORDER BY count DESC, i.reason`,
    [importId],
  );
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  if (total > 0) emit(ReviewRoundOpened, { importId, sourceId, total, reasons }, { subject: importId, origin });
}
