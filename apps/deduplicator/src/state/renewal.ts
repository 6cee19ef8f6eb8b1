import type { MatchSubject } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { replaceKeys } from './match-keys.js';
import { comparableRow, sides, type Side } from './organisation-row.js';

interface Outdated {
  readonly id: string;
  readonly subject: MatchSubject;
  /** Whether it may have keys: what is gone has none. */
  readonly keyed: boolean;
}

const tables = {
  [sides.IMPORTED]: { name: 'imported_organisation', id: 'id', keyed: 'present', order: 'source_id, record_id', otherwise: 'compared_state = NULL' },
  [sides.MANAGED]: { name: 'managed_organisation', id: 'gids_id', keyed: 'NOT removed', order: 'gids_id', otherwise: 'mark = mark + 1' },
} as const;

/** Makes features and keys again of organisations that older rules made them of (DEDUPE 4). @returns how many there were in this batch */
export async function renewOutdated(sql: Sql, version: number, limit: number): Promise<number> {
  let renewed = 0;
  for (const side of [sides.IMPORTED, sides.MANAGED]) renewed += await renewSide(sql, side, version, limit);
  return renewed;
}

async function renewSide(sql: Sql, side: Side, version: number, limit: number): Promise<number> {
  const { name, id, keyed, order, otherwise } = tables[side];
  const outdated = await sql.all<Outdated>(
    `SELECT ${id} AS id, subject, ${keyed} AS keyed FROM ${name} WHERE norm_version < $1 ORDER BY ${order} LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [version, limit],
  );
  const rows = outdated.map((one) => ({ ...one, ...comparableRow(one.subject) }));
  await sql.run(
    `UPDATE ${name} t SET features = n.features, marks = n.marks, norm_version = n.version, ${otherwise}
     FROM json_to_recordset($1::json) AS n (id bigint, features jsonb, marks jsonb, version int) WHERE t.${id} = n.id`,
    [JSON.stringify(rows.map(({ id: owner, row }) => ({ id: owner, features: JSON.parse(row.features) as object, marks: JSON.parse(row.marks) as object, version })))],
  );
  await replaceKeys(sql, side, rows.map(({ id: owner, keyed: hasKeys, keys }) => ({ owner, keys: hasKeys ? keys : [] })), outdated.map(({ id: owner }) => owner));
  return outdated.length;
}
