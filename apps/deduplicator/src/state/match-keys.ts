import { countedKinds, hotLimits, keyKinds } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { sides, type OwnedKeys, type Side } from './organisation-row.js';

/**
 * Replaces the keys of organisations; their rows are locked by the caller. What stays is not touched.
 * @returns nothing; an organisation without keys meets nobody
 */
export async function replaceKeys(sql: Sql, side: Side, owned: readonly OwnedKeys[]): Promise<void> {
  const kinds: number[] = [];
  const keys: string[] = [];
  const owners: string[] = [];
  for (const { owner, keys: own } of owned) {
    for (const { kind, key } of own) {
      kinds.push(kind);
      keys.push(String(key));
      owners.push(owner);
    }
  }
  const parameters = [side, kinds, keys, owners];
  await sql.run(
    `DELETE FROM match_key k WHERE side = $1 AND owner = ANY($5::bigint[])
       AND NOT EXISTS (SELECT FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS n (kind, key, owner) WHERE n.kind = k.kind AND n.key = k.key AND n.owner = k.owner)`,
    [...parameters, owned.map(({ owner }) => owner)],
  );
  await sql.run(
    `INSERT INTO match_key (side, kind, key, owner) SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS n (kind, key, owner)
     ORDER BY kind, key, owner ON CONFLICT DO NOTHING`,
    parameters,
  );
}

/** @returns the managed organisations that share a key with each imported one: one equality join for all (DEDUPE 7, R48) */
export async function findCandidates(sql: Sql, importedIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql.all<{ imported_id: string; gids_ids: string }>(candidateJoin, [importedIds]);
  return new Map(rows.map(({ imported_id: id, gids_ids: found }) => [id, found.split(',')]));
}

/** Keys of these owners on a side by which others can be met: a WORD is only counted, a hot key says nothing. */
const tellingKeys = (side: Side): string => `
  SELECT k.owner, k.kind, k.key FROM unnest($1::bigint[]) AS wanted (owner)
  CROSS JOIN LATERAL (SELECT * FROM match_key m WHERE m.side = ${side} AND m.owner = wanted.owner AND m.kind <> ${keyKinds.WORD} OFFSET 0) AS k
  WHERE NOT EXISTS (SELECT FROM key_count c WHERE c.kind = k.kind AND c.key = k.key AND c.hot OFFSET 0)`;

/** Who on the other side holds the same key. */
const holders = (side: Side): string => `(SELECT owner FROM match_key h WHERE h.side = ${side} AND h.kind = own.kind AND h.key = own.key OFFSET 0)`;

/**
 * The join itself, also exported by the service, so that its plan can be measured. The copies of a record are its
 * candidates whatever their keys. `OFFSET 0` keeps every step a look-up in an index,
 * whatever the planner knows of the tables: after a large import it knows nothing yet.
 */
export const candidateJoin = `
  WITH own AS MATERIALIZED (${tellingKeys(sides.IMPORTED)})
  SELECT imported_id, string_agg(gids_id::text, ',') AS gids_ids FROM (
    SELECT own.owner AS imported_id, m.owner AS gids_id FROM own CROSS JOIN LATERAL ${holders(sides.MANAGED)} AS m
    UNION
    SELECT i.id, m.gids_id FROM unnest($1::bigint[]) AS wanted (id)
    CROSS JOIN LATERAL (SELECT * FROM imported_organisation o WHERE o.id = wanted.id AND o.present OFFSET 0) AS i
    CROSS JOIN LATERAL (SELECT gids_id FROM managed_organisation c
      WHERE c.copied_source_id = i.source_id AND c.copied_record_id = i.record_id AND NOT c.removed OFFSET 0) AS m) AS found
  GROUP BY imported_id`;

/**
 * Present imported organisations that managed ones may meet: by their keys or as their source, and those that they are
 * paired with now, by keys that they had.
 */
export async function findAffected(sql: Sql, gidsIds: readonly string[]): Promise<{ gids_id: string; id: string }[]> {
  return sql.all(
    `WITH own AS MATERIALIZED (${tellingKeys(sides.MANAGED)})
     SELECT own.owner AS gids_id, i.owner AS id FROM own CROSS JOIN LATERAL ${holders(sides.IMPORTED)} AS i
     UNION SELECT gids_id, imported_id FROM pair WHERE gids_id = ANY($1::bigint[])
     UNION SELECT m.gids_id, i.id FROM managed_organisation m JOIN imported_organisation i ON i.source_id = m.copied_source_id AND i.record_id = m.copied_record_id
     WHERE m.gids_id = ANY($1::bigint[]) AND i.present`,
    [gidsIds],
  );
}

/**
 * Counts the holders of every key that tells how rare something is, and finds the keys that say nothing because too
 * many hold them. Done once per run and per sweep, not per edit (DEDUPE 6).
 */
export async function recountKeys(sql: Sql): Promise<void> {
  const hot = Object.entries(hotLimits).map(([kind, limit]) => `WHEN ${kind} THEN ${limit}`).join(' ');
  const kinds = [...new Set([...countedKinds, ...Object.keys(hotLimits).map(Number)])].join(',');
  await sql.run(
    `WITH counted AS MATERIALIZED (
       SELECT kind, key, max(holders) AS holders, coalesce(max(holders) FILTER (WHERE side = ${sides.MANAGED}), 0) AS managed
       FROM (SELECT side, kind, key, count(*)::int AS holders FROM match_key WHERE kind IN (${kinds}) GROUP BY side, kind, key HAVING count(*) > 1) AS each
       GROUP BY kind, key),
     fresh AS MATERIALIZED (SELECT kind, key, holders, managed > CASE kind ${hot} ELSE 2147483647 END AS hot FROM counted),
     kept AS (SELECT * FROM fresh WHERE hot OR kind IN (${countedKinds.join(',')})),
     gone AS (DELETE FROM key_count c WHERE NOT EXISTS (SELECT FROM kept k WHERE k.kind = c.kind AND k.key = c.key))
     INSERT INTO key_count AS c (kind, key, holders, hot) SELECT * FROM kept
     ON CONFLICT (kind, key) DO UPDATE SET holders = excluded.holders, hot = excluded.hot
     WHERE (c.holders, c.hot) IS DISTINCT FROM (excluded.holders, excluded.hot)`,
  );
  await sql.run('UPDATE matching_state SET statistics_version = statistics_version + 1 WHERE id = 1');
}
