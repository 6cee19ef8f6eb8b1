import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { describeChanges } from '../history/describe-changes.js';
import { addHistory, type Occasion } from '../history/record-history.js';
import { decideProduct, type ProductDecision } from '../products/imported-product.js';
import { decideRecord, type RecordDecision } from '../records/decide-record.js';
import { snapshotOf } from '../records/record-state.js';
import { updateRecords } from '../records/record-store.js';
import type { KnownRun } from '../runs/run-progress.js';
import type { ProcessedContent, StoredOrganisation, StoredProduct } from './processed-content.js';
import type { ProcessedRecord } from './processed-record.js';
import { withReport, type ScriptReport } from './reported-issues.js';

/** What a script reports, with what it reports on. */
export interface Report extends ScriptReport {
  readonly makeVisible: boolean;
  readonly content: ProcessedContent | undefined;
  /** The run that it names. */
  readonly run: KnownRun | undefined;
}

type Decision = RecordDecision | ProductDecision;

/** Decides a locked record by the rules of a run, and writes it with its history; its content stays as it is stored. */
export async function saveProcessed(sql: Sql, record: ProcessedRecord, report: Report, occasion: Occasion): Promise<void> {
  const decision = decide(record, report);
  await updateRecords(sql, [recordRow(record, report, decision)]);
  await showOrHide(sql, report.content?.gidsId ?? record.gidsId);
  const facts = { ...decision.facts, issues: decision.issues, type: record.type };
  await addHistory(sql, occasion, new Map([[record.id, describeChanges(snapshotOf(record, record), snapshotOf(facts, decision))]]));
}

function decide(record: ProcessedRecord, report: Report): Decision {
  const decision = record.type === 'PRODUCT' ? decideStoredProduct(record, report) : decideOrganisation(record, report);
  // Erased records and reports on behalf of older runs were refused before.
  if (!decision) throw new Error(`Record ${record.recordId} of ${record.sourceId} cannot be decided`);
  return decision;
}

function decideOrganisation(record: ProcessedRecord, report: Report): RecordDecision | undefined {
  const { duplicates, matchVersion } = record;
  const content = report.content as StoredOrganisation | undefined;
  const outcome = { ...outcomeOf(record, report), duplicates, matchVersion, ...(content && { organisation: content.content }) };
  return decideRecord({ ...record, contentHash: content?.contentHash }, outcome, content?.contentHash);
}

function decideStoredProduct(record: ProcessedRecord, report: Report): ProductDecision | undefined {
  const { organisationRecordId } = record;
  const content = report.content as StoredProduct | undefined;
  const owner = { ...(content?.owner ?? { gidsId: 0, determined: true }), unknown: organisationRecordId };
  const outcome = { ...outcomeOf(record, report), ridesAlong: false, organisationRecordId, ...(content && { product: content.content }) };
  return decideProduct({ ...record, contentHash: content?.contentHash, ownerGidsId: owner.gidsId }, outcome, owner, content?.contentHash);
}

function outcomeOf({ importId, sourceId, recordId, issues, runSequence, lastRunId }: ProcessedRecord, { makeVisible, run, ...report }: Report) {
  const ofRun = { runId: run?.runId ?? lastRunId, runSequence: run?.number ?? runSequence };
  return { importId, sourceId, recordId, makeVisible, issues: withReport(issues, report), ...ofRun };
}

function recordRow(record: ProcessedRecord, { makeVisible, content, run }: Report, decision: Decision) {
  const { type, importId, sourceId, recordId, organisationRecordId = null, duplicates, matchVersion, runSequence, lastRunId } = record;
  const { name, status, publicationAction, visible, issues } = decision;
  const gidsId = content?.gidsId ?? record.gidsId;
  return {
    type,
    import_id: importId,
    source_id: sourceId,
    record_id: recordId,
    organisation_record_id: organisationRecordId,
    rides_along: false,
    gids_id: gidsId ?? null,
    name,
    name_folded: fold(name),
    status,
    publication_action: publicationAction,
    make_visible: makeVisible,
    visible,
    issues,
    // What is known of them stays known, also where nothing of it counts now.
    duplicates,
    match_version: matchVersion,
    run_sequence: run?.number ?? runSequence,
    last_run_id: run?.runId ?? lastRunId,
    content_changed: visible !== record.visible || gidsId !== record.gidsId,
  };
}

/** What is imported is shown where every record that stands for it says so: the strictest wins (R15). */
async function showOrHide(sql: Sql, gidsId: number | undefined): Promise<void> {
  for (const table of ['organisation', 'product']) {
    await sql.run(
      `UPDATE ${table} t SET visible = shared.visible, version = t.version + 1, changed_at = now()
       FROM (SELECT bool_and(visible) AS visible FROM import_record WHERE gids_id = $1) shared
       WHERE t.gids_id = $1 AND t.management = 'IMPORTED' AND t.visible <> shared.visible`,
      [gidsId],
    );
  }
}
