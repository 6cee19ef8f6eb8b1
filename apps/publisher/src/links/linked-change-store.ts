import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';
import type { LinkedChange } from './linked-changes.js';

/** How a source last changed a field. */
export interface LastChange {
  readonly before?: string;
  readonly after?: string;
  readonly at: string;
}

/** Keeps of each field of a linked record how the source last changed it. */
export async function saveLinkedChanges(sql: Sql, changes: readonly LinkedChange[], at: Date): Promise<void> {
  const rows = changes.flatMap(({ record, fields }) => fields.map(({ key, before, after }) => ({ record_id: record.id, field: key, before, after })));
  if (rows.length === 0) return;
  await sql.run(
    `INSERT INTO linked_change (record_id, field, before, after, at)
     SELECT record_id, field, before, after, $2::timestamptz
     FROM json_to_recordset($1::json) AS incoming (record_id bigint, field text, before text, after text) ORDER BY record_id, field
     ON CONFLICT (record_id, field) DO UPDATE SET before = excluded.before, after = excluded.after, at = excluded.at`,
    [JSON.stringify(rows), at],
  );
}

/** @returns by record and field how the source last changed it */
export async function readLastChanges(sql: Sql, recordIds: readonly number[]): Promise<Map<number, Map<string, LastChange>>> {
  const rows = await sql.all<{ record_id: string; field: string; before: string | null; after: string | null; at: string }>(
    'SELECT record_id, field, before, after, at FROM linked_change WHERE record_id = ANY($1::bigint[])',
    [recordIds],
  );
  const byRecord = Map.groupBy(rows, ({ record_id }) => Number(record_id));
  return new Map([...byRecord].map(([id, changes]) => [id, new Map(changes.map((row) => [row.field, lastChangeOf(row)]))]));
}

function lastChangeOf({ before, after, at }: { before: string | null; after: string | null; at: string }): LastChange {
  return { ...(before !== null && { before }), ...(after !== null && { after }), at: iso(at) };
}
