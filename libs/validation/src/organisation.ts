import type { Address, Issue, OpeningHours, OrganisationContent, OrganisationKind } from '@gids/contracts';
import { normaliseEmail, normaliseWebsite } from '@gids/normalisation';
import { emptyField, incorrectValue } from './finding.js';

/** Kinds that the public visits, so that an address is mandatory; a childminder's home is not for the public (N34). */
const kindsWithoutAddress: readonly OrganisationKind[] = ['CHILDMINDER'];

const mandatoryAddressParts: readonly { part: keyof Address; label: string }[] = [
  { part: 'street', label: 'Straat' },
  { part: 'houseNumber', label: 'Huisnummer' },
  { part: 'postcode', label: 'Postcode' },
  { part: 'town', label: 'Plaats' },
];

const dutchDays: Readonly<Record<OpeningHours['day'], string>> = {
  MONDAY: 'maandag',
  TUESDAY: 'dinsdag',
  WEDNESDAY: 'woensdag',
  THURSDAY: 'donderdag',
  FRIDAY: 'vrijdag',
  SATURDAY: 'zaterdag',
  SUNDAY: 'zondag',
};

/** Checks an organisation by the rules of its kind, the same for people and imports (R26). */
export function validateOrganisation(organisation: OrganisationContent): Issue[] {
  const missing = [...(organisation.name.trim() === '' ? ['Naam'] : []), ...missingAddressParts(organisation)];
  return [...missing.map(emptyField), ...incorrectContacts(organisation), ...incorrectHours(organisation)];
}

function missingAddressParts({ kind, visitAddress }: OrganisationContent): string[] {
  if (kindsWithoutAddress.includes(kind)) return [];
  return mandatoryAddressParts.filter(({ part }) => String(visitAddress?.[part] ?? '').trim() === '').map(({ label }) => label);
}

/** Form only: whether somebody answers there, nobody can tell from here. */
function incorrectContacts({ email, website }: OrganisationContent): Issue[] {
  return [
    ...(email !== undefined && normaliseEmail(email) === undefined
      ? [incorrectValue('E-mailadres', email, `"${email}" is geen geldig e-mailadres.`)]
      : []),
    ...(website !== undefined && normaliseWebsite(website) === undefined
      ? [incorrectValue('Website', website, 'geen geldig webadres; een adres begint met https:// of http://.')]
      : []),
  ];
}

function incorrectHours({ openingHours = [] }: OrganisationContent): Issue[] {
  return openingHours
    .filter(({ opens, closes }) => closes <= opens)
    .map(({ day, opens, closes }) =>
      incorrectValue('Openingstijden', `${opens}-${closes}`, `op ${dutchDays[day]} is de sluitingstijd ${closes} niet later dan de openingstijd ${opens}.`),
    );
}
