import { hash64, NORMALISATION_VERSION } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { demotionMargin } from '../matching/classify.js';
import type { Pair } from '../matching/pair.js';

/** A pair with its two sides. */
export interface PairRow extends Pair {
  readonly importedId: string;
  readonly gidsId: string;
}

/** Partners of whom a pair appeared, changed or went: their other pairs may be seen in another light. */
export type TouchedPartners = ReadonlySet<string>;

interface MarkRow {
  imported_id: string;
  gids_id: string;
  mark: string;
}

/** Makes these the pairs of these imported organisations, whose rows the caller has locked. Writes only what changed. */
export async function storePairs(sql: Sql, importedIds: readonly string[], pairs: readonly PairRow[], statisticsVersion: number): Promise<TouchedPartners> {
  const stored = await sql.all<MarkRow>('SELECT imported_id, gids_id, mark FROM pair WHERE imported_id = ANY($1::bigint[])', [importedIds]);
  const before = new Map(stored.map((row) => [`${row.imported_id} ${row.gids_id}`, row]));
  const changed: (PairRow & { mark: string })[] = [];
  for (const pair of pairs) {
    const name = `${pair.importedId} ${pair.gidsId}`;
    const mark = markOf(pair);
    if (before.get(name)?.mark !== mark) changed.push({ ...pair, mark });
    before.delete(name);
  }
  const gone = [...before.values()];
  if (gone.length > 0) await removePairs(sql, gone);
  if (changed.length > 0) await upsertPairs(sql, changed, statisticsVersion);
  return new Set([...gone.map((row) => row.gids_id), ...changed.map((pair) => pair.gidsId)]);
}

function markOf(pair: PairRow): string {
  return String(hash64(JSON.stringify(pair)));
}

async function removePairs(sql: Sql, rows: readonly MarkRow[]): Promise<void> {
  await sql.run('DELETE FROM pair WHERE (imported_id, gids_id) IN (SELECT * FROM unnest($1::bigint[], $2::bigint[]))', [
    rows.map((row) => row.imported_id),
    rows.map((row) => row.gids_id),
  ]);
}

async function upsertPairs(sql: Sql, pairs: readonly (PairRow & { mark: string })[], statisticsVersion: number): Promise<void> {
  await sql.run(
    `INSERT INTO pair AS stored (imported_id, gids_id, score, own_class, demoted_class, rule_name, rule_address, verdict, matched_on, levels, reasons, mark,
       norm_version, statistics_version, first_seen, last_seen)
     SELECT "importedId", "gidsId", score, "ownClass", "demotedClass", "ruleName", "ruleAddress", verdict, "matchedOn", levels, reasons, mark, $2, $3, now(), now()
     FROM json_to_recordset($1::json) AS incoming ("importedId" bigint, "gidsId" bigint, score float8, "ownClass" text, "demotedClass" text, "ruleName" boolean,
       "ruleAddress" boolean, verdict text, "matchedOn" jsonb, levels jsonb, reasons jsonb, mark bigint)
     ORDER BY "importedId", "gidsId"
     ON CONFLICT (imported_id, gids_id) DO UPDATE SET score = excluded.score, own_class = excluded.own_class, demoted_class = excluded.demoted_class,
       rule_name = excluded.rule_name, rule_address = excluded.rule_address, verdict = excluded.verdict, matched_on = excluded.matched_on,
       levels = excluded.levels, reasons = excluded.reasons, mark = excluded.mark, norm_version = excluded.norm_version,
       statistics_version = excluded.statistics_version, last_seen = excluded.last_seen`,
    [JSON.stringify(pairs), NORMALISATION_VERSION, statisticsVersion],
  );
}

/**
 * Pairs `p` that are not as they should be seen beside the best other partner of each side (DEDUPE 5.4). A pair that a
 * person called no duplicate is nobody's partner. The best two of a side are enough to know the best other one.
 */
const unsettled = (condition: string): string => `
  p AS MATERIALIZED (SELECT * FROM pair WHERE ${condition} AND (demoted OR own_class IS DISTINCT FROM demoted_class)),
  by_imported AS (SELECT imported_id, ${bestTwo} AS best FROM pair
    WHERE imported_id IN (SELECT imported_id FROM p) AND verdict IS DISTINCT FROM 'NOT_DUPLICATE' GROUP BY imported_id),
  by_managed AS (SELECT gids_id, ${bestTwo} AS best FROM pair
    WHERE gids_id IN (SELECT gids_id FROM p) AND verdict IS DISTINCT FROM 'NOT_DUPLICATE' GROUP BY gids_id),
  seen AS (SELECT p.imported_id, p.gids_id, p.demoted,
    (p.own_class IS DISTINCT FROM p.demoted_class AND greatest(${bestOther('i')}, ${bestOther('m')}) >= p.score + ${demotionMargin}) IS TRUE AS outclassed
    FROM p LEFT JOIN by_imported i USING (imported_id) LEFT JOIN by_managed m USING (gids_id)),
  unsettled AS (SELECT * FROM seen WHERE demoted <> outclassed)`;

const bestTwo = '(array_agg(score ORDER BY score DESC))[1:2]';
const bestOther = (side: 'i' | 'm'): string => `CASE WHEN p.verdict = 'NOT_DUPLICATE' OR p.score < ${side}.best[1] THEN ${side}.best[1] ELSE ${side}.best[2] END`;

/** Sees the pairs of these imported organisations, whose rows the caller has locked, beside the other partners of both sides. */
export async function settlePairs(sql: Sql, importedIds: readonly string[]): Promise<void> {
  await sql.run(
    `WITH ${unsettled('imported_id = ANY($1::bigint[])')}
     UPDATE pair SET demoted = u.outclassed FROM unsettled u WHERE pair.imported_id = u.imported_id AND pair.gids_id = u.gids_id`,
    [importedIds],
  );
}

/** @returns other imported organisations that share one of these partners and whose pairs are now to be seen otherwise */
export async function findUnsettled(sql: Sql, partners: TouchedPartners, importedIds: readonly string[]): Promise<string[]> {
  if (partners.size === 0) return [];
  const rows = await sql.all<{ imported_id: string }>(
    `WITH ${unsettled('gids_id = ANY($1::bigint[]) AND imported_id <> ALL($2::bigint[])')} SELECT DISTINCT imported_id FROM unsettled`,
    [[...partners], importedIds],
  );
  return rows.map((row) => row.imported_id);
}

/** @returns all partners of imported organisations, and forgets the pairs with them */
export async function dropPairs(sql: Sql, importedIds: readonly string[]): Promise<TouchedPartners> {
  const rows = await sql.all<{ gids_id: string }>('DELETE FROM pair WHERE imported_id = ANY($1::bigint[]) RETURNING gids_id', [importedIds]);
  return new Set(rows.map((row) => row.gids_id));
}
