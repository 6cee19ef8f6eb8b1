import type { Duplicate, ImportStatus, Issue } from '@gids/contracts';

/** What a status is decided on. */
export interface Findings {
  /** What the mapping found, and what the directory's own validation added. */
  readonly conversionIssues: readonly Issue[];
  readonly validationIssues: readonly Issue[];
  readonly duplicates: readonly Duplicate[];
}

/**
 * The status of a record: the first row of table 5.1 that fits (R23, A6). Warnings touch no status,
 * and only a visible managed organisation makes a duplicate (A3).
 */
export function decideStatus({ conversionIssues, validationIssues, duplicates }: Findings): ImportStatus {
  if (conversionIssues.some(isError)) return 'CONVERSION_ERRORS';
  if (validationIssues.some(isError)) return 'VALIDATION_ERRORS';
  if (duplicates.some((duplicate) => duplicate.visible)) return 'DUPLICATES_FOUND';
  return 'SUCCESS';
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
