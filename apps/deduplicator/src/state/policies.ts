import type { DuplicatePolicy, MatchClass } from '@gids/contracts';
import type { Sql } from '@gids/persistence';

/** @returns the policy of an import: literal unless somebody chose otherwise (A5) */
export async function policyOf(sql: Sql, importId: string): Promise<DuplicatePolicy> {
  const [row] = await sql.all<{ policy: DuplicatePolicy }>('SELECT policy FROM import_policy WHERE import_id = $1', [importId]);
  return row?.policy ?? 'LITERAL';
}

export async function savePolicy(sql: Sql, importId: string, policy: DuplicatePolicy, by: string): Promise<void> {
  await sql.run(
    `INSERT INTO import_policy (import_id, policy, by, at) VALUES ($1, $2, $3, now())
     ON CONFLICT (import_id) DO UPDATE SET policy = excluded.policy, by = excluded.by, at = excluded.at`,
    [importId, policy, by],
  );
}

/** @returns the present records of an import that have a pair: a policy can change nothing for the others */
export async function pairedRecords(sql: Sql, importId: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    'SELECT id FROM imported_organisation i WHERE import_id = $1 AND present AND EXISTS (SELECT FROM pair p WHERE p.imported_id = i.id) ORDER BY source_id, record_id',
    [importId],
  );
  return rows.map(({ id }) => id);
}

/** What a policy comes to. */
export interface PolicyEffect {
  readonly flagged: Record<DuplicatePolicy, number>;
  readonly pairs: Partial<Record<MatchClass, number>>;
}

const shownClass = 'CASE WHEN p.demoted THEN p.demoted_class ELSE p.own_class END';
const same = `(${shownClass} IN ('IDENTICAL', 'PROBABLE', 'POSSIBLE')) IS TRUE`;

/** Counts what each policy comes to now, from the stored pairs; the same rule as `countsUnder`. */
export async function effectOf(sql: Sql, importId: string): Promise<PolicyEffect> {
  const pairs = `pair p JOIN imported_organisation i ON i.id = p.imported_id AND i.present AND i.import_id = $1 JOIN managed_organisation m ON m.gids_id = p.gids_id`;
  const [flagged] = await sql.all<{ literal: number; graded: number }>(
    `SELECT count(DISTINCT p.imported_id) FILTER (WHERE ${countsSql(`${same} OR p.rule_name OR p.rule_address`)})::int AS literal,
       count(DISTINCT p.imported_id) FILTER (WHERE ${countsSql(same)})::int AS graded
     FROM ${pairs} WHERE m.visible`,
    [importId],
  );
  const classes = await sql.all<{ class: MatchClass; count: number }>(
    `SELECT ${shownClass} AS class, count(*)::int AS count FROM ${pairs} WHERE ${shownClass} IS NOT NULL GROUP BY 1`,
    [importId],
  );
  return {
    flagged: { LITERAL: flagged?.literal ?? 0, GRADED: flagged?.graded ?? 0 },
    pairs: Object.fromEntries(classes.map(({ class: name, count }) => [name, count])),
  };
}

/** A person's verdict goes before the rule. */
const countsSql = (rule: string): string => `CASE p.verdict WHEN 'DUPLICATE' THEN true WHEN 'NOT_DUPLICATE' THEN false ELSE ${rule} END`;
