import type { OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { contentDiff, type FieldChange } from '../history/content-diff.js';
import { describeChanges } from '../history/describe-changes.js';
import type { HistoryLine } from '../history/record-history.js';
import { foundChange, type LinkedChange } from '../links/linked-changes.js';
import type { DecidedRecord } from './decided-record.js';
import { snapshotOf } from './record-state.js';
import { readContents } from './record-store.js';

/** What is told of the outcome of one record. */
export interface Told {
  /** By its history (R99). */
  readonly history: readonly HistoryLine[];
  /** To the editors of the organisation that it is linked to (R75). */
  readonly linkedChanges: readonly LinkedChange[];
}

/** What is told of the records of a frame; before anything is written, for what an organisation held is part of it. */
export async function outcomesTold(sql: Sql, decided: readonly DecidedRecord[]): Promise<Map<DecidedRecord, Told>> {
  const contents = await readContents(sql, decided.flatMap((item) => (hasOtherContent(item) ? [item.stored?.gidsId ?? 0] : [])));
  return new Map(decided.map((item) => [item, toldOf(item, hasOtherContent(item) ? contents.get(item.stored?.gidsId ?? 0) : undefined)]));
}

/** Content is compared by hash first: an unchanged row of a full run costs no look at what it held. */
function hasOtherContent({ stored, hash }: DecidedRecord): boolean {
  return stored?.contentHash !== undefined && hash !== undefined && stored.contentHash !== hash;
}

function toldOf({ stored, outcome, decision }: DecidedRecord, before: OrganisationContent | undefined): Told {
  const after = snapshotOf({ ...decision.facts, issues: decision.issues }, decision);
  return {
    history: describeChanges(stored && snapshotOf(stored, stored), after, changesOf(before, outcome.organisation)),
    linkedChanges: foundChange({ stored, name: decision.name, before, after: outcome.organisation }),
  };
}

function changesOf(before: OrganisationContent | undefined, after: OrganisationContent | undefined): FieldChange[] {
  return before && after ? contentDiff(before, after) : [];
}
