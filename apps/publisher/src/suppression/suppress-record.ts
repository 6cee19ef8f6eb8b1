import { RecordSuppressed, type ImportRecordDetail, type PayloadOf, type SuppressRecord } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { lockForDecision, type RecordRight } from '../decisions/lock-record.js';
import { addHistory } from '../history/record-history.js';
import { showImportRecord } from '../queries/import-record-list.js';
import { changeRecords } from '../records/change-records.js';
import { eraseRecords, lockProductRecords } from '../removal/erase-records.js';

/**
 * Erases a person's record with its products: only bronID and G!DS-ID stay, so that no later run brings it back (N37).
 * The reason is kept in the history, the only line of it that is left: it is the manager's text and must name no person.
 * @throws RequestRefused where there is none (404), the right to it is missing (403), it was changed meanwhile (412) or is erased already (409)
 */
export async function suppressRecord({ sql, emit }: UnitOfWork, command: PayloadOf<typeof SuppressRecord>, right: RecordRight, now: Date): Promise<ImportRecordDetail> {
  const { reason, by } = command;
  const occasion = { at: now, by };
  const { id } = await lockForDecision(sql, command, right);
  const ids = [id, ...(await lockProductRecords(sql, [id]))];
  await eraseRecords(sql, ids);
  const erased = await changeRecords(sql, ids, occasion, () => ({ suppressed: true, linkedOrganisationId: undefined, note: undefined }));
  await forgetRecords(sql, ids);
  const sentence = `Gegevens op verzoek gewist: ${reason}.`.replace(/\.\.$/, '.');
  await addHistory(sql, occasion, new Map(ids.map((one) => [one, [{ kind: 'SUPPRESSION', sentence }]])));
  for (const { importId, sourceId, recordId } of erased) emit(RecordSuppressed, { importId, sourceId, recordId }, { subject: recordId });
  return showImportRecord(sql, id);
}

/** Removes what was ever told of records: their history, their place in the controleronde, rows of them that were rejected. */
async function forgetRecords(sql: Sql, ids: readonly number[]): Promise<void> {
  for (const table of ['record_history', 'review_item', 'review_signal', 'renumbering', 'duplicate_report']) {
    await sql.run(`DELETE FROM ${table} WHERE record_id = ANY($1::bigint[])`, [ids]);
  }
  await sql.run(
    `DELETE FROM rejected_row row USING import_record r WHERE r.id = ANY($1::bigint[]) AND row.source_id = r.source_id AND row.record_id = r.record_id`,
    [ids],
  );
}
