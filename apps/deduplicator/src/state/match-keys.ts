import { keyKinds } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { sides, type OwnedKeys, type Side } from './organisation-row.js';

interface KeyColumns {
  readonly kinds: number[];
  readonly keys: string[];
  readonly owners: string[];
}

/**
 * Replaces the keys of organisations; their rows are locked by the caller. What stays is not touched.
 * @param known owners that may have keys already
 * @returns nothing; an organisation without keys meets nobody
 */
export async function replaceKeys(sql: Sql, side: Side, owned: readonly OwnedKeys[], known: readonly string[]): Promise<void> {
  const before = await readKeys(sql, side, known);
  const fresh: KeyColumns = { kinds: [], keys: [], owners: [] };
  for (const { owner, keys } of owned) {
    for (const { kind, key } of keys) if (!before.delete(`${kind} ${key} ${owner}`)) add(fresh, kind, String(key), owner);
  }
  const gone: KeyColumns = { kinds: [], keys: [], owners: [] };
  for (const { kind, key, owner } of before.values()) add(gone, kind, key, owner);
  if (gone.kinds.length > 0) await removeKeys(sql, side, gone);
  if (fresh.kinds.length > 0) await insertKeys(sql, side, fresh);
}

interface KeyRow {
  kind: number;
  key: string;
  owner: string;
}

async function readKeys(sql: Sql, side: Side, owners: readonly string[]): Promise<Map<string, KeyRow>> {
  if (owners.length === 0) return new Map();
  const rows = await sql.all<KeyRow>(
    `SELECT k.kind, k.key, wanted.owner FROM unnest($2::bigint[]) AS wanted (owner)
     CROSS JOIN LATERAL (SELECT kind, key FROM match_key m WHERE m.side = $1 AND m.owner = wanted.owner OFFSET 0) AS k`,
    [side, owners],
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.key} ${row.owner}`, row]));
}

function add({ kinds, keys, owners }: KeyColumns, kind: number, key: string, owner: string): void {
  kinds.push(kind);
  keys.push(key);
  owners.push(owner);
}

async function removeKeys(sql: Sql, side: Side, { kinds, keys, owners }: KeyColumns): Promise<void> {
  await sql.run(
    `DELETE FROM match_key k USING unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS n (kind, key, owner)
     WHERE k.side = $1 AND k.kind = n.kind AND k.key = n.key AND k.owner = n.owner`,
    [side, kinds, keys, owners],
  );
}

async function insertKeys(sql: Sql, side: Side, { kinds, keys, owners }: KeyColumns): Promise<void> {
  await sql.run(
    `INSERT INTO match_key (side, kind, key, owner) SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS n (kind, key, owner)
     ORDER BY kind, key, owner ON CONFLICT DO NOTHING`,
    [side, kinds, keys, owners],
  );
}

/** The managed organisations that an imported one may be. */
export interface Candidates {
  readonly gidsIds: readonly string[];
  /** Mark of who they are and of what is compared of them, and of the generation of statistics. */
  readonly state: string;
}

/** @returns of each imported organisation the managed ones that share a key with it: one equality join for all (DEDUPE 7, R48) */
export async function findCandidates(sql: Sql, importedIds: readonly string[]): Promise<Map<string, Candidates>> {
  const rows = await sql.all<{ imported_id: string; gids_ids: string | null; state: string }>(candidateJoin, [importedIds]);
  return new Map(rows.map(({ imported_id: id, gids_ids: found, state }) => [id, { gidsIds: found?.split(',') ?? [], state }]));
}

/** Keys of these owners on a side by which others can be met: a WORD is only counted, a hot key says nothing. */
const tellingKeys = (side: Side): string => `
  SELECT k.owner, k.kind, k.key FROM unnest($1::bigint[]) AS wanted (owner)
  CROSS JOIN LATERAL (SELECT * FROM match_key m WHERE m.side = ${side} AND m.owner = wanted.owner AND m.kind <> ${keyKinds.WORD} OFFSET 0) AS k
  WHERE (k.kind, k.key) NOT IN (SELECT kind, key FROM key_count WHERE hot)`;

/** Who on the other side holds the same key. */
const holders = (side: Side): string => `(SELECT owner FROM match_key h WHERE h.side = ${side} AND h.kind = own.kind AND h.key = own.key OFFSET 0)`;

/**
 * The join itself, also exported by the service, so that its plan can be measured. The copies of a record are its
 * candidates whatever their keys. `OFFSET 0` keeps every step a look-up in an index,
 * whatever the planner knows of the tables: after a large import it knows nothing yet.
 */
export const candidateJoin = `
  WITH own AS MATERIALIZED (${tellingKeys(sides.IMPORTED)}),
  found AS MATERIALIZED (
    SELECT own.owner AS imported_id, m.owner AS gids_id FROM own CROSS JOIN LATERAL ${holders(sides.MANAGED)} AS m
    UNION
    SELECT i.id, m.gids_id FROM unnest($1::bigint[]) AS wanted (id)
    CROSS JOIN LATERAL (SELECT * FROM imported_organisation o WHERE o.id = wanted.id AND o.present OFFSET 0) AS i
    CROSS JOIN LATERAL (SELECT gids_id FROM managed_organisation c
      WHERE c.copied_source_id = i.source_id AND c.copied_record_id = i.record_id AND NOT c.removed OFFSET 0) AS m),
  each AS (
    SELECT imported_id, string_agg(found.gids_id::text, ',') AS gids_ids, bit_xor(hashint8extended(found.gids_id, m.mark)) AS state
    FROM found CROSS JOIN LATERAL (SELECT mark FROM managed_organisation m WHERE m.gids_id = found.gids_id OFFSET 0) AS m GROUP BY imported_id)
  SELECT wanted.id AS imported_id, gids_ids, coalesce(each.state, 0) # hashint8extended((SELECT generation FROM matching_state WHERE id = 1), 0) AS state
  FROM unnest($1::bigint[]) AS wanted (id) LEFT JOIN each ON each.imported_id = wanted.id`;

/**
 * Present imported organisations that managed ones ($1) may meet: by their keys or as their source, and those that they
 * are paired with now, by keys that they had.
 */
export const affectedJoin = `
  WITH own AS MATERIALIZED (${tellingKeys(sides.MANAGED)})
  SELECT own.owner AS gids_id, i.owner AS imported_id FROM own CROSS JOIN LATERAL ${holders(sides.IMPORTED)} AS i
  UNION SELECT gids_id, imported_id FROM pair WHERE gids_id = ANY($1::bigint[])
  UNION SELECT m.gids_id, i.id FROM managed_organisation m JOIN imported_organisation i ON i.source_id = m.copied_source_id AND i.record_id = m.copied_record_id
  WHERE m.gids_id = ANY($1::bigint[]) AND i.present`;
