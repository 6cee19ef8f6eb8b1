import type { Address, Issue, OrganisationContent, OrganisationKind } from '@gids/contracts';

/** Kinds that the public visits, so that an address is mandatory; a childminder's home is not for the public (N34). */
const kindsWithoutAddress: readonly OrganisationKind[] = ['CHILDMINDER'];

const mandatoryAddressParts: readonly { part: keyof Address; label: string }[] = [
  { part: 'street', label: 'Straat' },
  { part: 'houseNumber', label: 'Huisnummer' },
  { part: 'postcode', label: 'Postcode' },
  { part: 'town', label: 'Plaats' },
];

/** Checks an organisation as the directory would check manual entry (R26): mandatory fields by kind. */
export function validateOrganisation(organisation: OrganisationContent): Issue[] {
  const labels = [...(organisation.name.trim() === '' ? ['Naam'] : []), ...missingAddressParts(organisation)];
  return labels.map((label) => ({
    severity: 'error',
    code: 'mandatoryFieldEmpty',
    field: label,
    value: '',
    message: `${label}: verplicht veld is leeg.`,
  }));
}

function missingAddressParts({ kind, visitAddress }: OrganisationContent): string[] {
  if (kindsWithoutAddress.includes(kind)) return [];
  return mandatoryAddressParts.filter(({ part }) => visitAddress?.[part] === undefined).map(({ label }) => label);
}
