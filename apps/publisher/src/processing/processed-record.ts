import { RequestRefused } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { addHistory, type Occasion } from '../history/record-history.js';
import { stateColumns, stateOf, type RecordState, type StateRow } from '../records/record-state.js';
import { insertRecords, keyOf, type RecordKey } from '../records/record-store.js';
import type { KnownRun } from '../runs/run-progress.js';
import type { ProcessedContent } from './processed-content.js';

/** A locked record with what else a report leaves as it is. */
export interface ProcessedRecord extends RecordState {
  /** BronID of the organisation that a product belongs to. */
  readonly organisationRecordId: string | undefined;
  readonly lastRunId: string;
}

interface ProcessedRow extends StateRow {
  organisation_record_id: string | null;
  last_run_id: string;
}

/**
 * Locks the record that a script reports on, with all that share its G!DS-ID, in the order in which runs lock too.
 * @returns undefined where the bronID is new
 */
export async function lockProcessed(sql: Sql, { sourceId, recordId }: RecordKey, gidsId: number | undefined): Promise<ProcessedRecord | undefined> {
  await sql.run('SELECT FROM import_record WHERE (source_id = $1 AND record_id = $2) OR gids_id = $3 ORDER BY source_id, record_id FOR UPDATE', [sourceId, recordId, gidsId]);
  const [row] = await sql.all<ProcessedRow>(
    `SELECT ${stateColumns}, r.organisation_record_id, r.last_run_id FROM import_record r WHERE r.source_id = $1 AND r.record_id = $2`,
    [sourceId, recordId],
  );
  return row && { ...stateOf(row), organisationRecordId: row.organisation_record_id ?? undefined, lastRunId: row.last_run_id };
}

/**
 * Makes the record of a bronID that was never imported, with action 1 (R30), and nothing of it visible yet.
 * @throws a unique violation where a run or another report wrote it meanwhile: tried again, it is found; RequestRefused where
 *   it would be a second record of one product (409)
 */
export async function registerRecord(sql: Sql, key: RecordKey, run: KnownRun, { type, content }: Pick<ProcessedContent, 'type'> & { content: ProcessedContent | undefined }, occasion: Occasion): Promise<void> {
  await refuseSecondOfProduct(sql, content);
  const name = content?.content.name ?? '';
  const known = content && (await duplicatesOf(sql, content.gidsId));
  const row = { type, import_id: run.importId, source_id: key.sourceId, record_id: key.recordId, organisation_record_id: null, rides_along: false };
  const state = { status: 'SUCCESS', publication_action: 'SHOW_ON_SUCCESS', make_visible: true, visible: false, issues: [], content_changed: true };
  const inserted = await insertRecords(sql, [
    { ...row, ...state, gids_id: content?.gidsId ?? null, name, name_folded: fold(name), duplicates: known ?? [], match_version: 0, run_sequence: run.number, last_run_id: run.runId },
  ]);
  const sentence = content ? `Door het importscript aangemeld als G!DS ${content.gidsId}.` : 'Door het importscript aangemeld; er kon niets worden opgeslagen.';
  await addHistory(sql, occasion, new Map([[inserted.get(keyOf(key)) ?? NaN, [{ kind: 'SOURCE', sentence }]]]));
}

/** What is known of an organisation holds for every record that stands for it (R15). */
async function duplicatesOf(sql: Sql, gidsId: number): Promise<RecordState['duplicates'] | undefined> {
  const [row] = await sql.all<{ duplicates: RecordState['duplicates'] }>('SELECT duplicates FROM import_record WHERE gids_id = $1 ORDER BY id LIMIT 1', [gidsId]);
  return row?.duplicates;
}

/** Two products are never one; nothing else could say which of the two rows it is like (R47). @throws RequestRefused (409) */
async function refuseSecondOfProduct(sql: Sql, content: ProcessedContent | undefined): Promise<void> {
  if (content?.type !== 'PRODUCT') return;
  const [known] = await sql.all<{ record_id: string }>('SELECT record_id FROM import_record WHERE gids_id = $1', [content.gidsId]);
  if (known) throw conflict('otherRecord', `G!DS ${content.gidsId} is het product van BronID ${known.record_id}.`);
}

/**
 * Refuses a report that cannot be about this record.
 * @throws RequestRefused (409) that says why
 */
export function refuseUnfit(record: ProcessedRecord, content: ProcessedContent | undefined, run: KnownRun | undefined): void {
  const { recordId, type, gidsId, runSequence } = record;
  if (record.suppressed) throw conflict('suppressed', `De gegevens van ${recordId} zijn op verzoek gewist; er valt niets te verwerken.`);
  if (record.missingAtSource) throw conflict('missingAtSource', `${recordId} staat niet meer in de bron. Alleen een run die het weer brengt, maakt het weer zichtbaar.`);
  if (content && content.type !== type) throw conflict('otherType', `${recordId} is een ${typeNames[type]}, G!DS ${content.gidsId} een ${typeNames[content.type]}.`);
  if (content && gidsId !== undefined && gidsId !== content.gidsId) throw conflict('otherGidsId', `${recordId} hoort bij G!DS ${gidsId}, niet bij G!DS ${content.gidsId}.`);
  if (run && run.number < runSequence) throw conflict('olderRun', `Run ${run.number} is ouder dan run ${runSequence}, die ${recordId} het laatst bracht.`);
}

const typeNames = { ORGANISATION: 'organisatie', PRODUCT: 'product' } as const;

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
