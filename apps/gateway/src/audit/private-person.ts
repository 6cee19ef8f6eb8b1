import { organisationKindTerms } from '@gids/contracts';

/** The kind of organisation that is a private person at home. */
const childminder = organisationKindTerms.CHILDMINDER.api;

/** @returns whether facts of an organisation are those of a private person (N39) */
export function isPrivatePerson(facts: object): boolean {
  return 'soort' in facts && facts.soort === childminder;
}

/** @returns whether an answer tells of a private person */
export function tellsOfPrivatePerson(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('organisatie' in answer)) return false;
  const { organisatie } = answer;
  return typeof organisatie === 'object' && organisatie !== null && isPrivatePerson(organisatie);
}
