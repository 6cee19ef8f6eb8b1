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
  const stored = await sql.all<MarkRow>(`SELECT imported_id, gids_id, mark FROM (${pairsOf()}) AS own`, [importedIds]);
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

const mayBeDemoted = '(demoted OR own_class IS DISTINCT FROM demoted_class)';

/**
 * Pairs, of those that are given, that are not as they should be seen beside the best other partner of each side
 * (DEDUPE 5.4). A pair that a person called no duplicate is nobody's partner. `OFFSET 0` keeps every step a look-up in an
 * index, whatever the planner knows of the tables: after a large import it knows nothing yet.
 */
const unsettled = (given: string): string => `
  p AS MATERIALIZED (${given}),
  seen AS (SELECT p.imported_id, p.gids_id, p.demoted,
    (p.own_class IS DISTINCT FROM p.demoted_class AND greatest(i.best, m.best) >= p.score + ${demotionMargin}) IS TRUE AS outclassed
    FROM p CROSS JOIN LATERAL (${bestOther('imported_id', 'gids_id')}) AS i CROSS JOIN LATERAL (${bestOther('gids_id', 'imported_id')}) AS m),
  unsettled AS (SELECT * FROM seen WHERE demoted <> outclassed)`;

const bestOther = (same: string, other: string): string => `
  SELECT (SELECT score FROM pair o WHERE o.${same} = p.${same} AND o.${other} <> p.${other} AND o.verdict IS DISTINCT FROM 'NOT_DUPLICATE'
    ORDER BY o.${same}, score DESC LIMIT 1) AS best OFFSET 0`;

/** Pairs `o` of these imported organisations. */
const pairsOf = (condition = 'true'): string => `
  SELECT o.* FROM unnest($1::bigint[]) AS wanted (id) CROSS JOIN LATERAL (SELECT * FROM pair o WHERE o.imported_id = wanted.id AND ${condition} OFFSET 0) AS o`;

/** Sees the pairs of these imported organisations, whose rows the caller has locked, beside the other partners of both sides. */
export async function settlePairs(sql: Sql, importedIds: readonly string[]): Promise<void> {
  await sql.run(
    `WITH ${unsettled(pairsOf(mayBeDemoted))}
     UPDATE pair SET demoted = u.outclassed FROM unsettled u WHERE pair.imported_id = u.imported_id AND pair.gids_id = u.gids_id`,
    [importedIds],
  );
}

/** Pairs `o` of managed organisations. */
const otherPairsOf = (partners: string): string => `
  SELECT o.* FROM (${partners}) AS g (gids_id) CROSS JOIN LATERAL (SELECT * FROM pair o WHERE o.gids_id = g.gids_id AND ${mayBeDemoted} OFFSET 0) AS o`;

/** @returns other imported organisations that share one of these partners and whose pairs are now to be seen otherwise */
export async function findUnsettled(sql: Sql, partners: TouchedPartners, importedIds: readonly string[]): Promise<string[]> {
  if (partners.size === 0) return [];
  const rows = await sql.all<{ imported_id: string }>(
    `WITH ${unsettled(`${otherPairsOf('SELECT DISTINCT partner FROM unnest($1::bigint[]) AS partner')} WHERE o.imported_id NOT IN (SELECT * FROM unnest($2::bigint[]))`)}
     SELECT DISTINCT imported_id FROM unsettled`,
    [[...partners], importedIds],
  );
  return rows.map((row) => row.imported_id);
}

/** @returns those of these imported organisations whose pairs are to be seen otherwise, or of which it is long ago that they were seen */
export async function findUnsettledOf(sql: Sql, importedIds: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ imported_id: string }>(
    `WITH ${unsettled(pairsOf(mayBeDemoted))} SELECT imported_id FROM unsettled
     UNION SELECT imported_id FROM (${pairsOf(longAgo)}) AS old`,
    [importedIds],
  );
  return rows.map((row) => row.imported_id);
}

/** @returns imported organisations of other sources that share a partner with these and whose pairs are to be seen otherwise */
export async function findUnsettledElsewhere(sql: Sql, importedIds: readonly string[], sourceId: string): Promise<string[]> {
  const given = `${otherPairsOf(`SELECT DISTINCT gids_id FROM (${pairsOf()}) AS own`)}
    CROSS JOIN LATERAL (SELECT FROM imported_organisation i WHERE i.id = o.imported_id AND i.source_id <> $2 OFFSET 0) AS elsewhere`;
  const rows = await sql.all<{ imported_id: string }>(`WITH ${unsettled(given)} SELECT DISTINCT imported_id FROM unsettled`, [importedIds, sourceId]);
  return rows.map((row) => row.imported_id);
}

/** Once a day is enough to know since when a pair is no longer found. */
const longAgo = "last_seen < now() - interval '1 day'";

/** Notes that the pairs of these imported organisations, whose rows the caller has locked, were found again. */
export async function markSeen(sql: Sql, importedIds: readonly string[]): Promise<void> {
  await sql.run(`UPDATE pair SET last_seen = now() WHERE imported_id = ANY($1::bigint[]) AND ${longAgo}`, [importedIds]);
}

/** @returns all partners of imported organisations, and forgets the pairs with them */
export async function dropPairs(sql: Sql, importedIds: readonly string[]): Promise<TouchedPartners> {
  const rows = await sql.all<{ gids_id: string }>('DELETE FROM pair WHERE imported_id = ANY($1::bigint[]) RETURNING gids_id', [importedIds]);
  return new Set(rows.map((row) => row.gids_id));
}
