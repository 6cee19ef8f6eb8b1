import type { Issue } from '@gids/contracts';

/** The organisation that an imported product stands under (R68): the importorganisatie where its own cannot be determined (R69). */
export interface ProductOwner {
  readonly gidsId: number;
  readonly name?: string | undefined;
  /** BronID of the organisation that the source names, where it is not in the import. */
  readonly unknown?: string | undefined;
  /** Whether it is the organisation that the source names. */
  readonly determined: boolean;
}

const code = 'organisationUnknown';

/** What is told of a product under the importorganisatie: a warning, for it is no error (R69, A21). */
export function ownerFinding({ determined, unknown = '' }: ProductOwner): Issue[] {
  if (determined) return [];
  const value = unknown.slice(0, 100).replace(/\p{Cs}$/u, '');
  const reason = value === '' ? 'de bron noemt geen organisatie bij dit product' : `organisatie "${value}" is niet (meer) in de import`;
  const message = `Het product staat onder de importorganisatie en is niet te zien voor het publiek: ${reason}.`;
  return [{ severity: 'warning', code, field: '', value, message }];
}

/** @returns the findings of a product that came under another owner */
export function withOwnerFinding(issues: readonly Issue[], owner: ProductOwner): Issue[] {
  return [...issues.filter((issue) => issue.code !== code), ...ownerFinding(owner)];
}

/** What the history tells of a product that came under another owner. */
export function movedSentence(owner: ProductOwner): string {
  const [finding] = ownerFinding(owner);
  return finding ? finding.message : `Het product staat nu onder G!DS ${owner.gidsId}${owner.name === undefined ? '' : ` ${owner.name}`}.`;
}
