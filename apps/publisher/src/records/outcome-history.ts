import type { OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { contentDiff, type FieldChange } from '../history/content-diff.js';
import { describeChanges } from '../history/describe-changes.js';
import type { HistoryLine } from '../history/record-history.js';
import type { DecidedRecord } from './decided-record.js';
import { snapshotOf } from './record-state.js';
import { readContents } from './record-store.js';

/** What the history tells of the records of a frame, by record (R99). */
export async function outcomeHistory(sql: Sql, decided: readonly DecidedRecord[]): Promise<Map<DecidedRecord, HistoryLine[]>> {
  const before = await readContents(sql, decided.flatMap((item) => (hasOtherContent(item) ? [item.stored?.gidsId ?? 0] : [])));
  return new Map(decided.map((item) => [item, linesOf(item, before)]));
}

/** Content is compared by hash first: an unchanged row of a full run costs no look at what it held. */
function hasOtherContent({ stored, hash }: DecidedRecord): boolean {
  return stored?.contentHash !== undefined && hash !== undefined && stored.contentHash !== hash;
}

function linesOf(item: DecidedRecord, before: ReadonlyMap<number, OrganisationContent>): HistoryLine[] {
  const { stored, decision } = item;
  const after = snapshotOf({ ...decision.facts, issues: decision.issues }, decision);
  return describeChanges(stored && snapshotOf(stored, stored), after, changesOf(item, before));
}

function changesOf(item: DecidedRecord, before: ReadonlyMap<number, OrganisationContent>): FieldChange[] {
  const { stored, outcome } = item;
  const held = stored?.gidsId === undefined ? undefined : before.get(stored.gidsId);
  return held && outcome.organisation && hasOtherContent(item) ? contentDiff(held, outcome.organisation) : [];
}
