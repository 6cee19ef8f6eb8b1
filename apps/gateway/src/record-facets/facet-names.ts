import type { RecordFacet } from '@gids/contracts';
import { apiValueOf, termTables } from '../api/terms.js';

/** What can be counted, by the name of its filter. */
export const facetNames = {
  import: 'IMPORT',
  bron: 'SOURCE',
  soort: 'TYPE',
  importstatus: 'STATUS',
  publicatieactie: 'PUBLICATION_ACTION',
  zichtbaar: 'VISIBLE',
  gekoppeld: 'LINKED',
  nietMeerInBron: 'MISSING_AT_SOURCE',
  dubbelreden: 'MATCH_GROUND',
  foutcode: 'ISSUE_CODE',
  beoordeling: 'JUDGEMENT',
} as const satisfies Record<string, RecordFacet>;
export type FacetName = keyof typeof facetNames;

const terms: Partial<Record<RecordFacet, (typeof termTables)[keyof typeof termTables]>> = {
  TYPE: termTables.recordType,
  STATUS: termTables.importStatus,
  PUBLICATION_ACTION: termTables.publicationAction,
  MATCH_GROUND: termTables.match,
  JUDGEMENT: termTables.judgementState,
};

/** @returns a value of a facet as its filter takes it */
export function facetValue(facet: RecordFacet, value: string): string {
  const table = terms[facet];
  return table ? apiValueOf(table, value as never) : value;
}

/** @returns the name that the API has for a facet */
export function facetName(facet: RecordFacet): FacetName {
  return (Object.keys(facetNames) as FacetName[]).find((name) => facetNames[name] === facet) as FacetName;
}
