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

/** Notes, in the transaction in which they are told of, how many records the sweep that an event asked for has told of. */
export async function noteTold(sql: Sql, eventId: string, told: number): Promise<void> {
  await sql.run(
    `INSERT INTO sweep_progress AS kept (event_id, changed) VALUES ($1, $2) ON CONFLICT (event_id) DO UPDATE SET changed = kept.changed + excluded.changed`,
    [eventId, told],
  );
}

/** @returns how many the sweep told of in all, also before it was broken off and done again; this is then forgotten */
export async function takeTold(sql: Sql, eventId: string): Promise<number> {
  const [row] = await sql.all<{ changed: number }>('DELETE FROM sweep_progress WHERE event_id = $1 RETURNING changed', [eventId]);
  return row?.changed ?? 0;
}
