import type { Duplicate, DuplicatePolicy, MatchClass } from '@gids/contracts';
import { hash64 } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { duplicatesOf, type FoundPair } from '../matching/duplicates.js';
import type { Candidates } from '../state/match-keys.js';

/** The duplicates of one record as they are now. */
export interface Told {
  readonly importedId: string;
  readonly importId: string;
  readonly sourceId: string;
  readonly recordId: string;
  readonly matchVersion: number;
  readonly duplicates: Duplicate[];
  /** Whether they are others than were last told. */
  readonly changed: boolean;
}

interface RecordRow {
  id: string;
  import_id: string;
  source_id: string;
  record_id: string;
  match_version: number;
  told_mark: string | null;
  policy: DuplicatePolicy | null;
}

interface PairRow {
  imported_id: string;
  gids_id: string;
  score: number;
  own_class: MatchClass;
  demoted_class: MatchClass | null;
  demoted: boolean;
  rule_name: boolean;
  rule_address: boolean;
  verdict: FoundPair['verdict'] | null;
  matched_on: FoundPair['matchedOn'];
  reasons: string[];
  name: string;
  town: string | null;
  visible: boolean;
}

/**
 * Puts together what is told of imported organisations, whose rows the caller has locked, and counts up the version
 * of each for which that is not what was told last.
 * @param compared what those of them that were compared again were compared with
 */
export async function tell(sql: Sql, importedIds: readonly string[], compared: ReadonlyMap<string, Candidates> = new Map()): Promise<Told[]> {
  const records = await readRecords(sql, importedIds);
  const pairs = await readPairs(sql, importedIds);
  const told = records.map((record) => tellOf(record, pairs.get(record.id) ?? []));
  await storeTold(sql, told, compared);
  return told;
}

/** Everything that goes into what is told of each of these imported organisations, as one number: pairs, what is shown of their managed sides, policy. */
const states = `
  SELECT i.id, coalesce(s.pairs, 0) # hashtextextended(coalesce(r.policy, 'LITERAL'), 0) AS state
  FROM unnest($1::bigint[]) AS wanted (id)
  CROSS JOIN LATERAL (SELECT id, import_id FROM imported_organisation o WHERE o.id = wanted.id OFFSET 0) AS i
  LEFT JOIN import_policy r ON r.import_id = i.import_id
  CROSS JOIN LATERAL (SELECT bit_xor(hashtextextended(concat_ws(' ', p.gids_id, p.mark, p.demoted, m.visible, m.name, m.town), 0)) AS pairs
    FROM pair p CROSS JOIN LATERAL (SELECT visible, name, town FROM managed_organisation m WHERE m.gids_id = p.gids_id OFFSET 0) AS m
    WHERE p.imported_id = i.id) AS s`;

/**
 * Of a large source seldom more than a few records need be told of: those of which something is stored otherwise than
 * when they were told of last.
 * @returns their ids
 */
export async function findUntold(sql: Sql, importedIds: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT o.id FROM (${states}) AS now JOIN imported_organisation o ON o.id = now.id
     WHERE o.told_mark IS NULL OR o.told_state IS DISTINCT FROM now.state ORDER BY o.source_id, o.record_id`,
    [importedIds],
  );
  return rows.map(({ id }) => id);
}

function tellOf(record: RecordRow, pairs: readonly FoundPair[]): Told & { mark: string } {
  const duplicates = duplicatesOf(pairs, record.policy ?? 'LITERAL');
  const mark = markOf(duplicates);
  const changed = record.told_mark !== mark;
  return {
    importedId: record.id,
    importId: record.import_id,
    sourceId: record.source_id,
    recordId: record.record_id,
    matchVersion: record.match_version + (changed ? 1 : 0),
    duplicates,
    changed,
    mark,
  };
}

/** A score moves a little with every count of how rare things are; that alone is no news. */
function markOf(duplicates: readonly Duplicate[]): string {
  const news = duplicates.map((one) => ({ ...one, score: 0 })).sort((a, b) => a.gidsId - b.gidsId);
  return String(hash64(JSON.stringify(news)));
}

function readRecords(sql: Sql, ids: readonly string[]): Promise<RecordRow[]> {
  return sql.all(
    `SELECT i.id, i.import_id, i.source_id, i.record_id, i.match_version, i.told_mark, p.policy
     FROM imported_organisation i LEFT JOIN import_policy p ON p.import_id = i.import_id
     WHERE i.id = ANY($1::bigint[]) ORDER BY i.source_id, i.record_id`,
    [ids],
  );
}

async function readPairs(sql: Sql, ids: readonly string[]): Promise<Map<string, FoundPair[]>> {
  const rows = await sql.all<PairRow>(
    `SELECT p.imported_id, p.gids_id, p.score, p.own_class, p.demoted_class, p.demoted, p.rule_name, p.rule_address, p.verdict, p.matched_on, p.reasons,
       m.name, m.town, m.visible
     FROM pair p JOIN managed_organisation m ON m.gids_id = p.gids_id WHERE p.imported_id = ANY($1::bigint[])`,
    [ids],
  );
  const found = new Map<string, FoundPair[]>();
  for (const row of rows) {
    const list = found.get(row.imported_id);
    if (list) list.push(foundPair(row));
    else found.set(row.imported_id, [foundPair(row)]);
  }
  return found;
}

function foundPair(row: PairRow): FoundPair {
  return {
    gidsId: Number(row.gids_id),
    name: row.name,
    town: row.town ?? undefined,
    visible: row.visible,
    score: row.score,
    ownClass: row.own_class,
    demotedClass: row.demoted_class ?? undefined,
    demoted: row.demoted,
    ruleName: row.rule_name,
    ruleAddress: row.rule_address,
    verdict: row.verdict ?? undefined,
    matchedOn: row.matched_on,
    levels: {},
    reasons: row.reasons,
  };
}

/** Writes each row once at most. */
async function storeTold(sql: Sql, told: readonly (Told & { mark: string })[], compared: ReadonlyMap<string, Candidates>): Promise<void> {
  await sql.run(
    `UPDATE imported_organisation o SET match_version = n.version, told_mark = n.mark, told_state = now.state, compared_state = coalesce(n.compared, o.compared_state)
     FROM (${states}) AS now JOIN unnest($1::bigint[], $2::int[], $3::bigint[], $4::bigint[]) AS n (id, version, mark, compared) ON n.id = now.id
     WHERE o.id = now.id AND (o.match_version, o.told_mark, o.told_state, o.compared_state) IS DISTINCT FROM (n.version, n.mark, now.state, coalesce(n.compared, o.compared_state))`,
    [
      told.map(({ importedId }) => importedId),
      told.map(({ matchVersion }) => matchVersion),
      told.map(({ mark }) => mark),
      told.map(({ importedId }) => compared.get(importedId)?.state ?? null),
    ],
  );
}

/** @returns the duplicates of a record as an event carries them */
export function recordDuplicates({ importId, sourceId, recordId, matchVersion, duplicates }: Told) {
  return { importId, sourceId, recordId, matchVersion, duplicates };
}
