import type { Sql } from '@gids/persistence';

const name = 'gids deduplicator directory';

/**
 * Keeps the keys of both sides from changing past each other: frames of a run hold it together, whoever stores a change
 * of the directory holds it alone and shortly. Without it a new record and a new managed organisation, each not yet
 * committed, would never meet. It is taken before any row.
 */
export async function holdDirectory(sql: Sql, how: 'shared' | 'alone'): Promise<void> {
  const take = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await sql.run(`SELECT ${take}(hashtextextended($1, 0))`, [name]);
}

/** Two that count and sweep at once would do the same work twice. */
export async function holdSweep(sql: Sql): Promise<void> {
  await sql.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['gids deduplicator sweep']);
}
