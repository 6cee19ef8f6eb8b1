import type { Duplicate, ImportStatus, Issue } from '@gids/contracts';

/** What a record is not saved well by: what its mapping or its validation found. */
export type ErrorStatus = Extract<ImportStatus, 'CONVERSION_ERRORS' | 'VALIDATION_ERRORS'>;

/** What a status is decided on. */
export interface Findings {
  readonly errors: ErrorStatus | undefined;
  readonly duplicates: readonly Duplicate[];
  /** The organisation that the record is linked to: known to be the same, so no duplicate to judge (A2). */
  readonly linkedOrganisationId?: number | undefined;
}

/** The first two rows of table 5.1: errors of the mapping, then those of the validation (A6). Warnings touch no status. */
export function errorStatusOf(conversionIssues: readonly Issue[], validationIssues: readonly Issue[]): ErrorStatus | undefined {
  if (conversionIssues.some(isError)) return 'CONVERSION_ERRORS';
  return validationIssues.some(isError) ? 'VALIDATION_ERRORS' : undefined;
}

/** The status of a record: the first row of table 5.1 that fits (R23, A6). */
export function decideStatus(findings: Findings): ImportStatus {
  return findings.errors ?? (blockingDuplicates(findings).length > 0 ? 'DUPLICATES_FOUND' : 'SUCCESS');
}

/** The duplicates that hold a record back: they count under the import's policy, and the public sees them (A3). */
export function blockingDuplicates({ duplicates, linkedOrganisationId }: Omit<Findings, 'errors'>): Duplicate[] {
  return duplicates.filter(({ counts, visible, gidsId }) => counts && visible && gidsId !== linkedOrganisationId);
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
