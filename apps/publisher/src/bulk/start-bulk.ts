import { randomUUID } from 'node:crypto';
import { RequestRefused, type PayloadOf, type StartBulkChange, type UndoBulkChange } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Asker } from '../people/may.js';
import { recordConditions } from '../record-list/record-conditions.js';
import { recordOrder } from '../record-list/record-order.js';
import { findBulk, type BulkRow } from './bulk-store.js';

/**
 * Stores a change of many records with exactly the records that its filter means now; from here on it cannot get lost.
 * @returns its id
 * @throws RequestRefused where the filter means another number of records than the person saw
 */
export async function startBulk(sql: Sql, { filter, expectedCount, order, by }: PayloadOf<typeof StartBulkChange>, asker: Asker, now: Date): Promise<string> {
  const id = randomUUID();
  const where = recordConditions(filter, asker);
  const next = where.parameters.length;
  const total = await sql.run(
    `INSERT INTO bulk_item (bulk_id, position, record_id)
     SELECT $${next + 1}, row_number() OVER (ORDER BY ${recordOrder([])}), r.id FROM import_record r ${where}`,
    [...where.parameters, id],
  );
  if (total !== expectedCount) throw otherNumber(total, expectedCount);
  if (total === 0) throw new RequestRefused({ kind: 'conflict', code: 'nothingToChange', message: 'Er is niets dat aan deze voorwaarden voldoet; er valt niets te wijzigen.' });
  await sql.run(
    `INSERT INTO bulk_change (id, "order", filter, imports, by, requested_at, state, total)
     SELECT $1, $2, $3, array_agg(DISTINCT r.import_id ORDER BY r.import_id), $4, $5, 'WAITING', count(*) FROM bulk_item i JOIN import_record r ON r.id = i.record_id WHERE i.bulk_id = $1`,
    [id, JSON.stringify(order), JSON.stringify(filter), by, now],
  );
  return id;
}

/** Stores the undoing of a bulk change: of the records that it changed. @throws RequestRefused where it cannot be undone (now) */
export async function undoBulk(sql: Sql, bulk: BulkRow, { by }: PayloadOf<typeof UndoBulkChange>, now: Date): Promise<string> {
  await sql.run('SELECT FROM bulk_change WHERE id = $1 FOR UPDATE', [bulk.id]);
  const { ended_at, undoes, undone_by, changed } = (await findBulk(sql, bulk.id)) ?? bulk;
  if (undoes !== null) throw conflict('isUndo', 'Dit is zelf een terugdraaiing. Maak een nieuwe bulkwijziging.');
  if (ended_at === null) throw conflict('stillRunning', 'Deze bulkwijziging is nog bezig. Draai haar terug als zij klaar is.');
  if (undone_by !== null) throw conflict('undoneAlready', 'Deze bulkwijziging is al teruggedraaid.');
  if (changed === 0) throw conflict('nothingToUndo', 'Deze bulkwijziging heeft niets gewijzigd; er valt niets terug te draaien.');
  const id = randomUUID();
  await sql.run("INSERT INTO bulk_item (bulk_id, position, record_id) SELECT $1, row_number() OVER (ORDER BY position), record_id FROM bulk_item WHERE bulk_id = $2 AND outcome = 'CHANGED'", [id, bulk.id]);
  await sql.run(`INSERT INTO bulk_change (id, undoes, imports, by, requested_at, state, total) VALUES ($1, $2, $3, $4, $5, 'WAITING', $6)`, [id, bulk.id, bulk.imports, by, now, changed]);
  return id;
}

function otherNumber(total: number, expected: number): RequestRefused {
  return conflict('otherNumber', `Deze voorwaarden gelden nu voor ${total} records, en niet voor ${expected}. Bekijk de lijst opnieuw; er is niets gewijzigd.`);
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
