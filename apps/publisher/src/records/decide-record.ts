import type { Duplicate, ImportStatus, Issue, OrganisationContent, PublicationAction } from '@gids/contracts';
import { decideStatus } from '../rules/status.js';
import { validateOrganisation } from '../rules/validation.js';
import { decideVisibility } from '../rules/visibility.js';

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
  readonly runId: string;
  /** Number of the run within its source. */
  readonly runSequence: number;
}

/** What the directory holds of that record. */
export interface StoredRecord {
  readonly gidsId: number | undefined;
  readonly name: string;
  readonly publicationAction: PublicationAction;
  readonly runSequence: number;
  /** Hash of the organisation's content; absent where there is no organisation. */
  readonly contentHash: string | undefined;
  readonly visible: boolean;
}

/** The new state of a record and what has to happen to its organisation. */
export interface RecordDecision {
  readonly name: string;
  readonly status: ImportStatus;
  readonly publicationAction: PublicationAction;
  readonly issues: readonly Issue[];
  readonly visible: boolean;
  readonly organisation: 'create' | 'change' | 'keep';
}

/**
 * Decides what becomes of a record (R28). A person's action is never overwritten (R30); an outcome of an
 * earlier run than the stored one changes nothing.
 * @param contentHash hash of `outcome.organisation`
 * @returns undefined where the outcome is older than what is stored
 */
export function decideRecord(stored: StoredRecord | undefined, outcome: RecordOutcome, contentHash: string | undefined): RecordDecision | undefined {
  if (stored && stored.runSequence > outcome.runSequence) return undefined;
  const validationIssues = outcome.organisation ? validateOrganisation(outcome.organisation) : [];
  const findings = { conversionIssues: outcome.issues, validationIssues, duplicates: outcome.duplicates };
  const status = outcome.organisation ? decideStatus(findings) : 'CONVERSION_ERRORS';
  const publicationAction = stored?.publicationAction ?? 'SHOW_ON_SUCCESS';
  const visible =
    outcome.organisation !== undefined &&
    decideVisibility({ presentAtSource: true, makeVisible: outcome.makeVisible, status, action: publicationAction });
  return {
    name: outcome.organisation?.name ?? stored?.name ?? '',
    status,
    publicationAction,
    issues: [...outcome.issues, ...validationIssues],
    visible,
    organisation: organisationStep(stored, outcome, contentHash, visible),
  };
}

function organisationStep(stored: StoredRecord | undefined, { organisation }: RecordOutcome, contentHash: string | undefined, visible: boolean) {
  if (stored?.gidsId === undefined) return organisation ? 'create' : 'keep';
  const sameContent = organisation === undefined || stored.contentHash === contentHash;
  return sameContent && stored.visible === visible ? 'keep' : 'change';
}
