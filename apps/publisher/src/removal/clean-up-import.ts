import { ImportCleanedUp, RequestRefused, type CleanUpImport, type PayloadOf, type ReplyOf } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { deleteImport } from './delete-import.js';
import { hideImport } from './hide-import.js';

/** How much an import holds. */
type Extent = ReplyOf<typeof CleanUpImport>;

/**
 * Hides or deletes everything of an import; its importorganisatie and the copies that editors made stay (R97).
 * @throws RequestRefused where there is no such import (404), a run of it is open, or it holds another number of
 *   organisations than expected (409)
 */
export async function cleanUpImport({ sql, emit }: UnitOfWork, command: PayloadOf<typeof CleanUpImport>, now: Date): Promise<Extent> {
  const { importId, mode, expectedOrganisations, by } = command;
  await lockImport(sql, importId);
  await refuseOpenRun(sql, importId);
  const extent = await extentOf(sql, importId);
  if (extent.organisations !== expectedOrganisations) throw unexpected(importId, extent.organisations, expectedOrganisations);
  if (mode === 'HIDE') await hideImport(sql, importId, { at: now, by });
  else {
    await deleteImport(sql, importId);
    emit(ImportCleanedUp, { importId, by }, { subject: importId });
  }
  return extent;
}

/** One clean-up of an import at a time, and no record of it changes meanwhile. */
async function lockImport(sql: Sql, importId: string): Promise<void> {
  const [root] = await sql.all('SELECT import_id FROM import_root WHERE import_id = $1 FOR UPDATE', [importId]);
  if (!root) throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen import "${importId}".` });
  await sql.run('SELECT FROM import_record WHERE import_id = $1 ORDER BY source_id, record_id FOR UPDATE', [importId]);
}

/** A run that never ended, and that a later one of its source has overtaken, is in nobody's way. */
async function refuseOpenRun(sql: Sql, importId: string): Promise<void> {
  const [open] = await sql.all<{ source_id: string; number: number }>(
    `SELECT source_id, number FROM run WHERE import_id = $1 AND completed_at IS NULL AND NOT EXISTS (
       SELECT FROM run later WHERE later.source_id = run.source_id AND later.number > run.number AND later.completed_at IS NOT NULL)
     ORDER BY source_id LIMIT 1`,
    [importId],
  );
  if (open) throw conflict('runOpen', `Run ${open.number} van ${open.source_id} is nog bezig. Wacht tot die is afgerond en ruim daarna op.`);
}

async function extentOf(sql: Sql, importId: string): Promise<Extent> {
  const [extent] = await sql.all<Extent>(
    `WITH imported AS (
       SELECT o.gids_id FROM import_root root JOIN contract c ON c.parent_gids_id = root.gids_id JOIN organisation o ON o.gids_id = c.gids_id
       WHERE root.import_id = $1 AND o.management = 'IMPORTED')
     SELECT (SELECT count(*) FROM imported)::int AS organisations,
       (SELECT count(*) FROM product p WHERE p.management = 'IMPORTED' AND p.gids_id IN (SELECT gids_id FROM import_record WHERE import_id = $1))::int AS products`,
    [importId],
  );
  return extent ?? { organisations: 0, products: 0 };
}

function unexpected(importId: string, actual: number, expected: number): RequestRefused {
  const message = `Import "${importId}" heeft ${actual} organisaties, niet ${expected}. Er is niets gewijzigd; ga na of dit de bedoelde import is en geef het juiste aantal op.`;
  return conflict('unexpectedNumber', message);
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
