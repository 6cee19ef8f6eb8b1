import type { Actor, ListRecordIds, PayloadOf, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { recordConditions } from './record-conditions.js';
import { recordOrder } from './record-order.js';

/** The records that a filter means at this moment, in order: a list to work through while records change. */
export async function listRecordIds(sql: Sql, { sort, ...filter }: PayloadOf<typeof ListRecordIds>, actor: Actor | undefined): Promise<ReplyOf<typeof ListRecordIds>> {
  const where = recordConditions(filter, actor);
  const rows = await sql.all<{ id: string }>(`SELECT r.id FROM import_record r ${where} ORDER BY ${recordOrder(sort)}`, where.parameters);
  return { ids: rows.map(({ id }) => Number(id)) };
}
