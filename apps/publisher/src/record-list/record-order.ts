import type { ListImportRecords, PayloadOf } from '@gids/contracts';

type Sort = PayloadOf<typeof ListImportRecords>['sort'];
type SortField = Sort[number]['field'];

/** Dutch sorting: "De" and "'t" are words like others, IJ stands with I. */
const sortExpressions: Readonly<Record<SortField, string>> = {
  name: 'r.name COLLATE "nl-x-icu"',
  status: 'r.status',
  publicationAction: 'r.publication_action',
  recordId: 'r.record_id',
  changedAt: 'r.changed_at',
  duplicateCount: 'jsonb_array_length(r.duplicates)',
};

/** @returns what a list of import records is ordered by; ties are broken by bronID (R85) */
export function recordOrder(sort: Sort): string {
  return [...sort.map(({ field, descending }) => `${sortExpressions[field]}${descending ? ' DESC' : ''}`), 'r.record_id', 'r.id'].join(', ');
}
