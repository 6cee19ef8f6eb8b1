import type { Sql } from '@gids/persistence';

const dayMs = 24 * 60 * 60 * 1_000;

/** Takes the turn of sweeping, where it is time or the rules have changed. @returns whether it is this replica's turn */
export async function claimSweep(sql: Sql, now: Date, atOnce: boolean): Promise<boolean> {
  const due = new Date(now.getTime() - dayMs);
  const claimed = await sql.run('UPDATE matching_state SET swept_at = $1 WHERE id = 1 AND ($2 OR swept_at IS NULL OR swept_at <= $3)', [now, atOnce, due]);
  return claimed > 0;
}

/** Gives the turn back: the sweep did not end. */
export async function releaseSweep(sql: Sql): Promise<void> {
  await sql.run('UPDATE matching_state SET swept_at = NULL WHERE id = 1');
}
