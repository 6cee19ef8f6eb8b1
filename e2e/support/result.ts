import { Client } from 'pg';

/** One record of an import with its organisation, without what two installations may number differently. */
export interface ResultRow {
  readonly record: string;
  readonly type: 'ORGANISATION' | 'PRODUCT';
  readonly name: string;
  readonly status: string;
  readonly action: string;
  readonly visible: boolean;
  readonly missing: boolean;
  readonly issues: string;
  readonly content: string | null;
  readonly organisationVisible: boolean | null;
  /** Record of the organisation that a product stands under. */
  readonly owner: string | null;
}

/** All that an installation holds, in a fixed order. */
export async function readResult(databaseUrl: string): Promise<ResultRow[]> {
  return query<ResultRow>(
    databaseUrl,
    `SELECT r.source_id || ' ' || r.record_id AS record, r.type, r.name, r.status, r.publication_action AS action, r.visible, r.missing_at_source AS missing,
            r.issues::text AS issues, coalesce(o.content, p.content)::text AS content, o.visible AS "organisationVisible", owner.record_id AS owner
     FROM publisher.import_record r LEFT JOIN publisher.organisation o ON o.gids_id = r.gids_id
     LEFT JOIN publisher.product p ON p.gids_id = r.gids_id LEFT JOIN publisher.import_record owner ON owner.gids_id = p.owner_gids_id
     ORDER BY r.source_id COLLATE "C", r.record_id COLLATE "C"`,
  );
}

/** What must be empty when everything has been processed: organisations without a record, two for one record, work in hand. */
export async function readLeftovers(databaseUrl: string): Promise<Record<string, number>> {
  const [row] = await query<Record<string, number>>(
    databaseUrl,
    `SELECT
       (SELECT count(*)::int FROM publisher.organisation o WHERE management = 'IMPORTED'
          AND NOT EXISTS (SELECT FROM publisher.import_record r WHERE r.gids_id = o.gids_id)) AS "organisations without a record",
       (SELECT count(*)::int - count(DISTINCT gids_id)::int FROM publisher.import_record WHERE gids_id IS NOT NULL) AS "organisations shared by records",
       (SELECT count(*)::int FROM fetcher.staged_row) AS "staged rows",
       (SELECT count(*)::int FROM fetcher.run WHERE state NOT IN ('COMPLETED', 'REFUSED', 'FAILED')) AS "open runs",
       (SELECT count(*)::int FROM publisher.dead_letter) + (SELECT count(*)::int FROM mapper.dead_letter)
         + (SELECT count(*)::int FROM deduplicator.dead_letter) + (SELECT count(*)::int FROM fetcher.dead_letter) AS "dead letters"`,
  );
  return row ?? {};
}

/** @returns how two results differ, at most ten differences; empty where they are the same row for row */
export function differences(one: readonly ResultRow[], other: readonly ResultRow[]): string[] {
  const left = new Map(one.map((row) => [row.record, JSON.stringify(row)]));
  const right = new Map(other.map((row) => [row.record, JSON.stringify(row)]));
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.filter((key) => left.get(key) !== right.get(key)).slice(0, 10).map((key) => `${left.get(key) ?? 'nothing'} ≠ ${right.get(key) ?? 'nothing'}`);
}

async function query<Row extends object>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
