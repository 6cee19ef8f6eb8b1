import { fold } from '@gids/normalisation';
import type { Sql } from '@gids/persistence';
import { contentDiff } from '../history/content-diff.js';
import { describeChanges } from '../history/describe-changes.js';
import { addHistory, type HistoryLine, type Occasion } from '../history/record-history.js';
import { contentHash } from '../organisations/content-hash.js';
import { takeGidsIds } from '../organisations/organisation-store.js';
import { snapshotOf } from '../records/record-state.js';
import { insertRecords, keyOf, lockRecords, updateRecords, type RecordRow } from '../records/record-store.js';
import { absentSince } from '../records/vanished-records.js';
import { decideProduct, type KnownProduct, type ProductDecision, type ProductOutcome } from './imported-product.js';
import type { ProductOwner } from './imported-product-owner.js';
import { hideProducts, readProductRecords, saveProducts, type ImportedProduct } from './imported-product-store.js';

/** A product of the source and who it stands under. */
export interface OwnedOutcome {
  readonly outcome: ProductOutcome;
  readonly owner: ProductOwner;
}

interface DecidedProduct extends OwnedOutcome {
  readonly stored: KnownProduct | undefined;
  readonly hash: string | undefined;
  readonly decision: ProductDecision;
  /** The same bronID keeps its G!DS-ID over all runs (R15); absent where nothing could ever be saved (A34). */
  readonly gidsId: number | undefined;
}

/** Saves what the pipeline found of the products of one frame: products, import records and their history together (R72). */
export async function saveImportedProducts(sql: Sql, outcomes: readonly OwnedOutcome[], occasion: Occasion): Promise<void> {
  if (outcomes.length === 0) return;
  const decided = await decideAll(sql, lastPerRecord(outcomes));
  await saveProducts(sql, decided.flatMap(productToSave));
  await hideProducts(sql, decided.flatMap(({ outcome, gidsId }) => (outcome.product || gidsId === undefined ? [] : [gidsId])));
  const inserted = await insertRecords(sql, decided.filter(({ stored }) => !stored).map(recordRow));
  await updateRecords(sql, decided.filter(({ stored }) => stored).map(recordRow));
  const history = decided.map((item) => [item.stored?.id ?? inserted.get(keyOf(item.outcome)) ?? NaN, historyOf(item)] as const);
  await addHistory(sql, occasion, new Map(history));
}

/** A statement may touch a row only once. */
function lastPerRecord(outcomes: readonly OwnedOutcome[]): OwnedOutcome[] {
  return [...new Map(outcomes.map((one) => [keyOf(one.outcome), one])).values()];
}

async function decideAll(sql: Sql, outcomes: readonly OwnedOutcome[]): Promise<DecidedProduct[]> {
  const keys = outcomes.map(({ outcome }) => outcome);
  const stored = await readProductRecords(sql, await lockRecords(sql, keys));
  const absent = await absentSince(sql, keys.filter((key) => !stored.has(keyOf(key))));
  const wanted = outcomes.filter(({ outcome }) => (absent.get(keyOf(outcome)) ?? 0) <= outcome.runSequence);
  return withGidsIds(sql, wanted.flatMap((one) => decide(one, stored.get(keyOf(one.outcome)))));
}

function decide({ outcome, owner }: OwnedOutcome, stored: KnownProduct | undefined): Omit<DecidedProduct, 'gidsId'>[] {
  const hash = outcome.product && contentHash(outcome.product);
  const decision = decideProduct(stored, outcome, owner, hash);
  return decision ? [{ outcome, owner, stored, hash, decision }] : [];
}

async function withGidsIds(sql: Sql, decided: readonly Omit<DecidedProduct, 'gidsId'>[]): Promise<DecidedProduct[]> {
  const isCreated = ({ outcome, stored }: Omit<DecidedProduct, 'gidsId'>) => outcome.product !== undefined && stored?.gidsId === undefined;
  const taken = await takeGidsIds(sql, decided.filter(isCreated).length);
  return decided.map((item) => ({ ...item, gidsId: isCreated(item) ? taken.shift() : item.stored?.gidsId }));
}

function productToSave({ outcome, owner, hash, decision, gidsId }: DecidedProduct): ImportedProduct[] {
  const { sourceId, recordId, product: content } = outcome;
  if (!decision.changed || !content || hash === undefined || gidsId === undefined) return [];
  return [{ gidsId, ownerGidsId: owner.gidsId, sourceId, recordId, content, contentHash: hash, visible: decision.visible }];
}

function historyOf({ outcome, stored, decision }: DecidedProduct): HistoryLine[] {
  const after = snapshotOf({ ...decision.facts, issues: decision.issues, type: 'PRODUCT' }, decision);
  const changes = stored?.content && outcome.product ? contentDiff(stored.content, outcome.product) : [];
  return describeChanges(stored && snapshotOf(stored, stored), after, changes);
}

function recordRow({ outcome, decision, gidsId }: DecidedProduct): RecordRow {
  return {
    type: 'PRODUCT',
    import_id: outcome.importId,
    source_id: outcome.sourceId,
    record_id: outcome.recordId,
    organisation_record_id: outcome.organisationRecordId ?? null,
    rides_along: outcome.ridesAlong,
    gids_id: gidsId ?? null,
    name: decision.name,
    name_folded: fold(decision.name),
    status: decision.status,
    publication_action: decision.publicationAction,
    make_visible: outcome.makeVisible,
    visible: decision.visible,
    issues: decision.issues,
    duplicates: [],
    match_version: 0,
    run_sequence: outcome.runSequence,
    last_run_id: outcome.runId,
    content_changed: decision.changed,
  };
}
