import { DuplicateReported, RequestRefused, type DuplicateReport, type PayloadOf, type ReportDuplicate } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { addHistory } from '../history/record-history.js';
import { readOrganisation, type StoredOrganisation } from '../organisations/managed-store.js';
import { unknownOrganisation } from '../organisations/refusals.js';
import { requireSeen } from '../organisations/seen-by.js';
import type { Asker } from '../people/may.js';
import { requirePerson } from '../people/rights.js';
import { Where } from '../queries/where.js';
import { placeInRound } from '../review/refresh-round.js';
import { insertReport, readReports } from './report-store.js';

/**
 * Takes a report of anybody who is signed in: it goes to the configured address (A26) and at once into the controleronde of
 * the import, with what was written (S1:34, R77).
 * @throws RequestRefused where a script asks (403), where the organisation is unknown to the asker (404), or is none that an
 *   import brought (409)
 */
export async function reportDuplicate(unit: UnitOfWork, command: PayloadOf<typeof ReportDuplicate>, asker: Asker, now: Date): Promise<DuplicateReport> {
  const { sql, emit } = unit;
  const { gidsId, remark, by } = command;
  requirePerson(asker);
  await requireSeen(sql, asker, gidsId);
  const record = await recordOf(sql, await readOrganisation(sql, gidsId, 'FOR SHARE'));
  const id = await insertReport(sql, record.id, command, now);
  await placeInRound(sql, record, now);
  await addHistory(sql, { at: now, by }, new Map([[record.id, [{ kind: 'REVIEW', sentence: `Gemeld: "${remark.replace(/\s+/g, ' ')}".` }]]]));
  const [report] = (await readReports(sql, new Where().add('p.id = ?', id), { page: 1, pageSize: 1 })).items;
  if (!report) throw new Error(`Report ${id} was not written`);
  const { importId, importRecordId, name } = report;
  emit(DuplicateReported, { importId, sourceId: record.sourceId, importRecordId, gidsId, name, remark, by }, { subject: String(gidsId) });
  return report;
}

async function recordOf(sql: Sql, organisation: StoredOrganisation): Promise<{ id: number; importId: string; sourceId: string }> {
  if (organisation.management !== 'IMPORTED') throw notImported(organisation);
  const [row] = await sql.all<{ id: string; import_id: string; source_id: string }>(
    "SELECT id, import_id, source_id FROM import_record WHERE gids_id = $1 AND type = 'ORGANISATION' ORDER BY id LIMIT 1",
    [organisation.gidsId],
  );
  if (!row) throw unknownOrganisation(organisation.gidsId);
  return { id: Number(row.id), importId: row.import_id, sourceId: row.source_id };
}

function notImported({ gidsId, name }: StoredOrganisation): RequestRefused {
  const message = `Organisatie ${gidsId} "${name}" is niet geïmporteerd. Meld hier alleen geïmporteerde organisaties; neem anders contact op met de accountmanager van deze organisatie.`;
  return new RequestRefused({ kind: 'conflict', code: 'organisationNotImported', message });
}
