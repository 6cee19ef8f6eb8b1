import type { OrganisationContent } from '@gids/contracts';
import { fieldMarks, matchFeatures, matchKeys, NORMALISATION_VERSION, type MatchKey, type MatchSubject } from '@gids/normalisation';

/** Which side of the comparison an organisation is on. */
export const sides = { IMPORTED: 1, MANAGED: 2 } as const;
export type Side = (typeof sides)[keyof typeof sides];

/** @returns the part of an organisation that is compared; nothing else of it is kept here */
export function subjectOf({ kind, name, visitAddress, postalAddress, phone, email, website, identifiers }: OrganisationContent): MatchSubject {
  return { kind, name, visitAddress, postalAddress, phone, email, website, identifiers };
}

/** @returns the columns in which an organisation is compared, as JSON texts, and its keys */
export function comparableRow(subject: MatchSubject) {
  const features = matchFeatures(subject);
  const row = { subject: JSON.stringify(subject), features: JSON.stringify(features), marks: JSON.stringify(fieldMarks(features)), normVersion: NORMALISATION_VERSION };
  return { row, keys: matchKeys(features) };
}

/** Keys of one organisation on their way to the database. */
export interface OwnedKeys {
  readonly owner: string;
  readonly keys: readonly MatchKey[];
}
