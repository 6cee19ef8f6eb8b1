import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { contentHash } from '../organisations/content-hash.js';
import {
  hideOrganisations,
  saveImportedOrganisations,
  takeGidsIds,
  type ImportedOrganisation,
} from '../organisations/organisation-store.js';
import { decideRecord, type RecordDecision, type RecordOutcome, type StoredRecord } from './decide-record.js';
import { insertRecords, keyOf, lockRecords, readRecords, updateRecords, type RecordRow } from './record-store.js';
import { absentSince } from './vanished-records.js';

interface Decided {
  readonly outcome: RecordOutcome;
  readonly stored: StoredRecord | undefined;
  readonly hash: string | undefined;
  readonly decision: RecordDecision;
}

/** Saves what the pipeline found of the records of one frame: organisations and import records together. */
export async function saveOutcomes(sql: Sql, outcomes: readonly RecordOutcome[]): Promise<void> {
  const stored = await readRecords(sql, await lockRecords(sql, outcomes));
  const decided = await decideAll(sql, lastPerRecord(outcomes), stored);
  const gidsIds = await giveGidsIds(sql, decided);
  await saveImportedOrganisations(sql, organisationsToSave(decided, gidsIds));
  await hideOrganisations(sql, withoutContent(decided));
  const rowsOf = (items: readonly Decided[]) => items.map((item) => recordRow(item, gidsIds.get(item)));
  await insertRecords(sql, rowsOf(decided.filter(({ stored }) => !stored)));
  await updateRecords(sql, rowsOf(decided.filter(({ stored }) => stored)));
}

/** A statement may touch a row only once. */
function lastPerRecord(outcomes: readonly RecordOutcome[]): RecordOutcome[] {
  return [...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values()];
}

async function decideAll(sql: Sql, outcomes: readonly RecordOutcome[], stored: ReadonlyMap<string, StoredRecord>): Promise<Decided[]> {
  const absent = await absentSince(sql, outcomes.filter((outcome) => !stored.has(keyOf(outcome))));
  return outcomes
    .filter((outcome) => (absent.get(keyOf(outcome)) ?? 0) <= outcome.runSequence)
    .flatMap((outcome) => decide(outcome, stored.get(keyOf(outcome))));
}

function decide(outcome: RecordOutcome, stored: StoredRecord | undefined): Decided[] {
  const hash = outcome.organisation && contentHash(outcome.organisation);
  const decision = decideRecord(stored, outcome, hash);
  return decision ? [{ outcome, stored, hash, decision }] : [];
}

/** The same bronID keeps its G!DS-ID over all runs (R15); a new one gets a new one. */
async function giveGidsIds(sql: Sql, decided: readonly Decided[]): Promise<Map<Decided, number>> {
  const created = decided.filter((item) => item.decision.organisation === 'create');
  const taken = await takeGidsIds(sql, created.length);
  const known = decided.flatMap((item) => (item.stored?.gidsId === undefined ? [] : [[item, item.stored.gidsId] as const]));
  return new Map([...known, ...created.map((item, index) => [item, taken[index] as number] as const)]);
}

function organisationsToSave(decided: readonly Decided[], gidsIds: ReadonlyMap<Decided, number>): ImportedOrganisation[] {
  return decided.flatMap((item) => {
    const { outcome, decision, hash } = item;
    const gidsId = gidsIds.get(item);
    if (decision.organisation === 'keep' || !outcome.organisation || gidsId === undefined || hash === undefined) return [];
    const { importId, sourceId, organisation: content } = outcome;
    return [{ gidsId, importId, sourceId, content, contentHash: hash, visible: decision.visible }];
  });
}

function withoutContent(decided: readonly Decided[]): number[] {
  return decided.flatMap(({ outcome, stored }) => (outcome.organisation || stored?.gidsId === undefined ? [] : [stored.gidsId]));
}

function recordRow({ outcome, decision }: Decided, gidsId: number | undefined): RecordRow {
  return {
    import_id: outcome.importId,
    source_id: outcome.sourceId,
    record_id: outcome.recordId,
    gids_id: gidsId ?? null,
    name: decision.name,
    name_folded: fold(decision.name),
    status: decision.status,
    publication_action: decision.publicationAction,
    make_visible: outcome.makeVisible,
    visible: decision.visible,
    issues: decision.issues,
    duplicates: outcome.duplicates,
    run_sequence: outcome.runSequence,
    last_run_id: outcome.runId,
    organisation_changed: decision.organisation !== 'keep',
  };
}
