import type { Sql } from '@gids/persistence';
import type { Asker } from './may.js';
import { deciding } from './rights.js';

/** @throws RequestRefused (403) where the importrecht of the record of a controlepunt is missing; an unknown one is for the caller to refuse */
export async function requireItemRight(sql: Sql, asker: Asker, itemId: number): Promise<void> {
  await requireRights(sql, asker, 'SELECT r.import_id FROM review_item i JOIN import_record r ON r.id = i.record_id WHERE i.id = $1', itemId);
}

/** @throws RequestRefused (403) where the importrecht of the import of a controleronde is missing */
export async function requireRoundRight(sql: Sql, asker: Asker, roundId: number): Promise<void> {
  await requireRights(sql, asker, 'SELECT import_id FROM review_round WHERE id = $1', roundId);
}

async function requireRights(sql: Sql, asker: Asker, query: string, id: number): Promise<void> {
  const rule = deciding(asker);
  for (const { import_id: importId } of await sql.all<{ import_id: string }>(query, [id])) rule(importId);
}
