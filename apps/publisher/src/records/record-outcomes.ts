import { fold } from '@gids/normalisation';
import type { UnitOfWork } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { addHistory, type Occasion } from '../history/record-history.js';
import { tellLinkedChanges } from '../links/tell-linked-changes.js';
import { contentHash } from '../organisations/content-hash.js';
import { hideOrganisations, saveImportedOrganisations, takeGidsIds, type ImportedOrganisation } from '../organisations/organisation-store.js';
import { saveRidingProducts, type Carrier } from '../products/imported-riding-products.js';
import { decideRecord, type RecordOutcome } from './decide-record.js';
import type { DecidedRecord } from './decided-record.js';
import { takeEarlyDuplicates } from './duplicates.js';
import { newlyBlocking, rememberNewDuplicates } from './new-duplicates.js';
import { outcomesTold } from './outcome-history.js';
import { insertRecords, keyOf, lockRecords, readRecords, updateRecords, type KnownRecord, type RecordRow } from './record-store.js';
import { absentSince } from './vanished-records.js';

/**
 * Saves what the pipeline found of the records of one frame: organisations, import records and their history together, with
 * what is told of it.
 */
export async function saveOutcomes(unit: Pick<UnitOfWork, 'sql' | 'emit'>, outcomes: readonly RecordOutcome[], occasion: Occasion): Promise<void> {
  const { sql } = unit;
  const stored = await readRecords(sql, await lockRecords(sql, outcomes));
  const decided = await decideAll(sql, lastPerRecord(outcomes), stored);
  const gidsIds = await giveGidsIds(sql, decided);
  const told = await outcomesTold(sql, decided);
  await saveImportedOrganisations(sql, organisationsToSave(decided, gidsIds));
  await hideOrganisations(sql, withoutContent(decided));
  const rowsOf = (items: readonly DecidedRecord[]) => items.map((item) => recordRow(item, gidsIds.get(item)));
  const inserted = await insertRecords(sql, rowsOf(decided.filter(({ stored }) => !stored)));
  await updateRecords(sql, rowsOf(decided.filter(({ stored }) => stored)));
  await addHistory(sql, occasion, new Map(decided.map((item) => [idOf(item, inserted), told.get(item)?.history ?? []])));
  await rememberNewDuplicates(sql, decided.map((item) => ({ ...item.outcome, id: idOf(item, inserted), gidsIds: newlyBlocking(item.stored, item.decision.facts) })));
  await saveRidingProducts(sql, decided.flatMap((item) => carrierOf(item, gidsIds.get(item))), occasion);
  await tellLinkedChanges(unit, [...told.values()].flatMap(({ linkedChanges }) => linkedChanges), occasion.at);
}

/** A statement may touch a row only once. */
function lastPerRecord(outcomes: readonly RecordOutcome[]): RecordOutcome[] {
  return [...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values()];
}

async function decideAll(sql: Sql, outcomes: readonly RecordOutcome[], stored: ReadonlyMap<string, KnownRecord>): Promise<DecidedRecord[]> {
  const isNew = (outcome: RecordOutcome) => !stored.has(keyOf(outcome));
  const absent = await absentSince(sql, outcomes.filter(isNew));
  const wanted = outcomes.filter((outcome) => (absent.get(keyOf(outcome)) ?? 0) <= outcome.runSequence);
  const early = await takeEarlyDuplicates(sql, wanted.filter(isNew));
  return wanted.flatMap((outcome) => decide(newest(outcome, early.get(keyOf(outcome))), stored.get(keyOf(outcome))));
}

/** What an editor did while the row was on its way holds. */
function newest(outcome: RecordOutcome, early: Pick<RecordOutcome, 'duplicates' | 'matchVersion'> | undefined): RecordOutcome {
  if (!early || early.matchVersion <= outcome.matchVersion) return outcome;
  return { ...outcome, duplicates: early.duplicates, matchVersion: early.matchVersion };
}

function decide(outcome: RecordOutcome, stored: KnownRecord | undefined): DecidedRecord[] {
  const hash = outcome.organisation && contentHash(outcome.organisation);
  const decision = decideRecord(stored, outcome, hash);
  return decision ? [{ outcome, stored, hash, decision }] : [];
}

/** The same bronID keeps its G!DS-ID over all runs (R15); a new one gets a new one. */
async function giveGidsIds(sql: Sql, decided: readonly DecidedRecord[]): Promise<Map<DecidedRecord, number>> {
  const created = decided.filter((item) => item.decision.organisation === 'create');
  const taken = await takeGidsIds(sql, created.length);
  const known = decided.flatMap((item) => (item.stored?.gidsId === undefined ? [] : [[item, item.stored.gidsId] as const]));
  return new Map([...known, ...created.map((item, index) => [item, taken[index] as number] as const)]);
}

function organisationsToSave(decided: readonly DecidedRecord[], gidsIds: ReadonlyMap<DecidedRecord, number>): ImportedOrganisation[] {
  return decided.flatMap((item) => {
    const { outcome, decision, hash } = item;
    const gidsId = gidsIds.get(item);
    if (decision.organisation === 'keep' || !outcome.organisation || gidsId === undefined || hash === undefined) return [];
    const { importId, sourceId, recordId, organisation: content } = outcome;
    return [{ gidsId, importId, sourceId, recordId, content, contentHash: hash, visible: decision.visible }];
  });
}

/** A row of which nothing could be made says nothing of its products: they stay, under an organisation that is hidden. */
function carrierOf({ outcome }: DecidedRecord, gidsId: number | undefined): Carrier[] {
  return outcome.organisation && gidsId !== undefined ? [{ outcome, gidsId }] : [];
}

function withoutContent(decided: readonly DecidedRecord[]): number[] {
  return decided.flatMap(({ outcome, stored }) => (outcome.organisation || stored?.gidsId === undefined ? [] : [stored.gidsId]));
}

function idOf({ outcome, stored }: DecidedRecord, inserted: ReadonlyMap<string, number>): number {
  const id = stored?.id ?? inserted.get(keyOf(outcome));
  if (id === undefined) throw new Error(`Record ${outcome.recordId} of ${outcome.sourceId} was not written`);
  return id;
}

function recordRow({ outcome, decision }: DecidedRecord, gidsId: number | undefined): RecordRow {
  return {
    type: 'ORGANISATION',
    import_id: outcome.importId,
    source_id: outcome.sourceId,
    record_id: outcome.recordId,
    organisation_record_id: null,
    rides_along: false,
    gids_id: gidsId ?? null,
    name: decision.name,
    name_folded: fold(decision.name),
    status: decision.status,
    publication_action: decision.publicationAction,
    make_visible: outcome.makeVisible,
    visible: decision.visible,
    issues: decision.issues,
    duplicates: decision.duplicates,
    match_version: decision.matchVersion,
    run_sequence: outcome.runSequence,
    last_run_id: outcome.runId,
    content_changed: decision.organisation !== 'keep',
  };
}
