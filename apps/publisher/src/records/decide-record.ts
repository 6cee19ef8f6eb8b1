import type { Duplicate, ImportStatus, Issue, MappedProduct, OrganisationContent, PublicationAction } from '@gids/contracts';
import { validateOrganisation } from '@gids/validation';
import { evaluate, type RecordFacts } from '../rules/evaluation.js';
import { errorStatusOf } from '../rules/status.js';
import type { RecordState } from './record-state.js';

/** What the pipeline says of one record of the source. */
export interface RecordOutcome {
  readonly importId: string;
  readonly sourceId: string;
  readonly recordId: string;
  /** Absent when nothing could be saved (A34). */
  readonly organisation?: OrganisationContent;
  readonly makeVisible: boolean;
  readonly issues: readonly Issue[];
  readonly duplicates: readonly Duplicate[];
  /** Which state of its duplicates this is; 0 where the deduplicator never saw the record. */
  readonly matchVersion: number;
  /** What the same row says of its offer (R68); each is decided by itself. */
  readonly products?: readonly MappedProduct[];
  readonly runId: string;
  /** Number of the run within its source. */
  readonly runSequence: number;
}

/** What the directory holds of that record. */
export type StoredRecord = Pick<
  RecordState,
  'id' | 'gidsId' | 'name' | 'publicationAction' | 'linkedOrganisationId' | 'suppressed' | 'duplicates' | 'matchVersion' | 'runSequence' | 'visible'
> & {
  /** Hash of the organisation's content; absent where there is no organisation. */
  readonly contentHash: string | undefined;
};

/** The new state of a record and what has to happen to its organisation. */
export interface RecordDecision {
  readonly name: string;
  readonly status: ImportStatus;
  readonly publicationAction: PublicationAction;
  readonly issues: readonly Issue[];
  readonly duplicates: readonly Duplicate[];
  readonly matchVersion: number;
  readonly visible: boolean;
  /** What it was decided on, for its history. */
  readonly facts: RecordFacts;
  readonly organisation: 'create' | 'change' | 'keep';
}

/**
 * Decides what becomes of a record (R28). A person's action is never overwritten (R30); an outcome of an
 * earlier run than the stored one changes nothing, nor does any outcome of an erased record (N37).
 * @param contentHash hash of `outcome.organisation`
 * @returns undefined where the outcome changes nothing
 */
export function decideRecord(stored: StoredRecord | undefined, outcome: RecordOutcome, contentHash: string | undefined): RecordDecision | undefined {
  if (stored && (stored.suppressed || stored.runSequence > outcome.runSequence)) return undefined;
  const validationIssues = outcome.organisation ? validateOrganisation(outcome.organisation) : [];
  const facts = factsOf(stored, outcome, validationIssues);
  const { status, visible } = evaluate(facts);
  return {
    name: outcome.organisation?.name ?? stored?.name ?? '',
    status,
    publicationAction: facts.publicationAction,
    issues: [...outcome.issues, ...validationIssues],
    duplicates: facts.duplicates,
    matchVersion: Math.max(stored?.matchVersion ?? 0, outcome.matchVersion),
    visible,
    facts,
    organisation: organisationStep(stored, outcome, contentHash, visible),
  };
}

function factsOf(stored: StoredRecord | undefined, outcome: RecordOutcome, validationIssues: readonly Issue[]): RecordFacts {
  const hasContent = outcome.organisation !== undefined;
  return {
    errors: hasContent ? errorStatusOf(outcome.issues, validationIssues) : 'CONVERSION_ERRORS',
    duplicates: newestDuplicates(stored, outcome),
    linkedOrganisationId: stored?.linkedOrganisationId,
    publicationAction: stored?.publicationAction ?? 'SHOW_ON_SUCCESS',
    makeVisible: outcome.makeVisible,
    missingAtSource: false,
    suppressed: false,
    hasContent,
  };
}

/** What an editor did meanwhile may have been here first. */
function newestDuplicates(stored: StoredRecord | undefined, { organisation, duplicates, matchVersion }: RecordOutcome): readonly Duplicate[] {
  if (!organisation) return [];
  return stored && stored.matchVersion > matchVersion ? stored.duplicates : duplicates;
}

function organisationStep(stored: StoredRecord | undefined, { organisation }: RecordOutcome, contentHash: string | undefined, visible: boolean) {
  if (stored?.gidsId === undefined) return organisation ? 'create' : 'keep';
  const sameContent = organisation === undefined || stored.contentHash === contentHash;
  return sameContent && stored.visible === visible ? 'keep' : 'change';
}
