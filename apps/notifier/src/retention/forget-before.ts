import type { Sql } from '@gids/persistence';

/**
 * Removes messages written before a moment, with the way they went, and what was told before it (N36). What is still
 * to be told stays.
 */
export async function forgetBefore(sql: Sql, moment: Date): Promise<void> {
  await sql.run('DELETE FROM message WHERE created_at < $1', [moment]);
  await sql.run('DELETE FROM digest WHERE closed_at < $1', [moment]);
  await sql.run('DELETE FROM mail_hold WHERE released_at < $1', [moment]);
}
