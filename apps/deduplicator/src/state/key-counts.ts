import { countedKinds, hotLimits } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { holdDirectory } from './directory-lock.js';
import { affectedJoin } from './match-keys.js';
import { sides, type Side } from './organisation-row.js';

/** A count is due after a quarter of the directory changed, but never for fewer than this: few make no key hot. */
const growthShare = 4;
const leastGrowth = 1_000;

/** After a load the planner knows nothing of these yet; the columns are those that it chooses by. */
const planned = [
  'match_key',
  'key_count',
  'pair (imported_id, gids_id, score)',
  'imported_organisation (id, source_id, record_id, present)',
  'managed_organisation (gids_id, copied_source_id, copied_record_id)',
] as const;

/** Where more counts than this changed, everything is compared again: finding out whom they concern would take as long. */
const mostTraced = 1_000;

interface CountedKey {
  readonly kind: number;
  readonly key: string;
}

/**
 * Counts the holders of every key that tells how rare something is, and finds the keys that say nothing because too
 * many hold them. Done once per run and per sweep, and while a directory is loaded, but not per edit (DEDUPE 6).
 * Whoever was compared by a count that is now another is compared again by the next sweep. For that, nobody may be
 * comparing by the counts of before any more when they are looked for: frames are kept out, for a moment.
 * @param everything compares all again, whatever changed
 */
export async function recountKeys(sql: Sql, everything = false): Promise<void> {
  const changed = await storeCounts(sql);
  await sql.run(`ANALYZE ${planned.join(', ')}`);
  await holdDirectory(sql, 'alone');
  const all = everything || changed.length > mostTraced;
  if (all) await sql.run('DELETE FROM rescore_due');
  else await noteConcerned(sql, changed);
  await sql.run(
    `UPDATE matching_state SET statistics_version = statistics_version + 1, generation = generation + $1,
       recount_after = greatest(${leastGrowth}, (SELECT count(*) FROM managed_organisation WHERE NOT removed) / ${growthShare}) WHERE id = 1`,
    [all ? 1 : 0],
  );
}

/** @returns keys of which the number of holders changed, at most one more than are traced */
function storeCounts(sql: Sql): Promise<CountedKey[]> {
  const hot = Object.entries(hotLimits).map(([kind, limit]) => `WHEN ${kind} THEN ${limit}`).join(' ');
  const kinds = [...new Set([...countedKinds, ...Object.keys(hotLimits).map(Number)])].join(',');
  const counted = countedKinds.join(',');
  return sql.all(
    `WITH counted AS MATERIALIZED (
       SELECT kind, key, max(holders) AS holders, coalesce(max(holders) FILTER (WHERE side = ${sides.MANAGED}), 0) AS managed
       FROM (SELECT side, kind, key, count(*)::int AS holders FROM match_key WHERE kind IN (${kinds}) GROUP BY side, kind, key HAVING count(*) > 1) AS each
       GROUP BY kind, key),
     fresh AS MATERIALIZED (SELECT kind, key, holders, managed > CASE kind ${hot} ELSE 2147483647 END AS hot FROM counted),
     kept AS (SELECT * FROM fresh WHERE hot OR kind IN (${counted})),
     gone AS (DELETE FROM key_count c WHERE NOT EXISTS (SELECT FROM kept k WHERE k.kind = c.kind AND k.key = c.key) RETURNING c.kind, c.key),
     put AS (INSERT INTO key_count AS c (kind, key, holders, hot) SELECT * FROM kept
       ON CONFLICT (kind, key) DO UPDATE SET holders = excluded.holders, hot = excluded.hot
       WHERE (c.holders, c.hot) IS DISTINCT FROM (excluded.holders, excluded.hot) RETURNING c.kind, c.key)
     SELECT kind, key FROM (SELECT * FROM gone UNION ALL SELECT * FROM put) AS changed WHERE kind IN (${counted}) LIMIT ${mostTraced + 1}`,
  );
}

/** Those who hold such a key, and those who may meet a managed organisation that does. */
async function noteConcerned(sql: Sql, changed: readonly CountedKey[]): Promise<void> {
  if (changed.length === 0) return;
  const holding = (side: Side): string => `
    SELECT k.owner FROM unnest($1::smallint[], $2::bigint[]) AS c (kind, key)
    CROSS JOIN LATERAL (SELECT owner FROM match_key m WHERE m.side = ${side} AND m.kind = c.kind AND m.key = c.key OFFSET 0) AS k`;
  const columns = [changed.map(({ kind }) => kind), changed.map(({ key }) => key)];
  await sql.run(`INSERT INTO rescore_due (imported_id) SELECT DISTINCT owner FROM (${holding(sides.IMPORTED)}) AS held`, columns);
  const managed = await sql.all<{ owner: string }>(`SELECT DISTINCT owner FROM (${holding(sides.MANAGED)}) AS held`, columns);
  await sql.run(`INSERT INTO rescore_due (imported_id) SELECT DISTINCT imported_id FROM (${affectedJoin}) AS affected`, [managed.map(({ owner }) => owner)]);
}

/** @returns those of these imported organisations that are to be compared again because of a count */
export async function findRescoreDue(sql: Sql, importedIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql.all<{ imported_id: string }>('SELECT imported_id FROM rescore_due WHERE imported_id = ANY($1::bigint[])', [importedIds]);
  return new Set(rows.map((row) => row.imported_id));
}

/** Forgets that they were to be compared again: they were, or they are gone. */
export async function forgetRescoreDue(sql: Sql, importedIds: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM rescore_due WHERE imported_id = ANY($1::bigint[])', [importedIds]);
}

/** Notes that so many organisations of the directory have other keys since the last count. */
export async function noteGrowth(sql: Sql, changed: number): Promise<void> {
  if (changed > 0) await sql.run('UPDATE matching_state SET recount_after = recount_after - $1 WHERE id = 1', [changed]);
}

/** @returns whether so many have changed that the last count says little of which keys are hot */
export async function isRecountDue(sql: Sql): Promise<boolean> {
  const rows = await sql.all('SELECT FROM matching_state WHERE id = 1 AND recount_after <= 0');
  return rows.length > 0;
}
