import type { Sql } from '@gids/persistence';

/** Locks the product records of what organisation records stand for: they go with their owner. @returns their ids */
export async function lockProductRecords(sql: Sql, ids: readonly (number | string)[]): Promise<number[]> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM import_record WHERE type = 'PRODUCT' AND gids_id IN (
       SELECT p.gids_id FROM import_record r JOIN product p ON p.owner_gids_id = r.gids_id WHERE r.id = ANY($1::bigint[]))
     ORDER BY source_id, record_id FOR UPDATE`,
    [ids],
  );
  return rows.map(({ id }) => Number(id));
}

/**
 * Takes away what locked records stand for, with contract and products, and all content of the records themselves: what
 * stays is who they are, bronID and G!DS-ID (N36), and what people decided. Nothing that is managed is touched (R13).
 */
export async function eraseRecords(sql: Sql, ids: readonly (number | string)[]): Promise<void> {
  const gidsIds = 'SELECT gids_id FROM import_record WHERE id = ANY($1::bigint[])';
  await sql.run(
    `WITH gone AS (DELETE FROM organisation WHERE management = 'IMPORTED' AND gids_id IN (${gidsIds}) RETURNING gids_id),
       contracts AS (DELETE FROM contract c USING gone WHERE c.gids_id = gone.gids_id),
       changes AS (DELETE FROM linked_change WHERE record_id = ANY($1::bigint[])),
       products AS (DELETE FROM product WHERE management = 'IMPORTED' AND (gids_id IN (${gidsIds}) OR owner_gids_id IN (${gidsIds})))
     UPDATE import_record SET name = '', name_folded = '', issues = '[]', duplicates = '[]', status = 'SUCCESS' WHERE id = ANY($1::bigint[])`,
    [ids],
  );
}
