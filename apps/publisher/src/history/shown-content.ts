import { organisationKindTerms, productKindTerms, weekdays, type Address, type OpeningHours, type OrganisationContent, type ProductContent } from '@gids/contracts';
import { fold } from '@gids/normalisation';

export type Content = OrganisationContent | ProductContent;

/** A field with its value in one line, as people read it; an empty field is none. */
export interface ShownField {
  readonly label: string;
  readonly text: string;
}

/** Names of fields as people read them in a sentence; a field without one keeps its own. */
const labels: Readonly<Record<string, string>> = {
  kind: 'soort',
  name: 'naam',
  visitAddress: 'bezoekadres',
  postalAddress: 'postadres',
  phone: 'telefoon',
  email: 'e-mail',
  website: 'website',
  openingHours: 'openingstijden',
  description: 'omschrijving',
  identifiers: 'nummers',
  capacity: 'aantal plaatsen',
  price: 'prijs',
  'attributes.capacity': 'kindplaatsen',
  'attributes.cluster': 'cluster',
  'attributes.denomination': 'denominatie',
  'attributes.earlyEducation': 'voorschoolse educatie',
  'attributes.educationOffer': 'onderwijsaanbod',
  'attributes.educationStructure': 'onderwijsstructuur',
  'attributes.holder': 'houder',
  'attributes.institutionType': 'soort instelling',
  'attributes.municipalityCode': 'gemeentecode',
  'attributes.province': 'provincie',
  'attributes.specialEducationType': 'soort speciaal onderwijs',
  'attributes.town': 'plaats',
};

const kindLabels: Readonly<Record<string, { readonly label: string }>> = { ...productKindTerms, ...organisationKindTerms };
const dutchDays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** @returns the fields that hold something, by their name in the content; those of the kind each by itself */
export function shownFields({ attributes, ...content }: Content): Map<string, ShownField> {
  const ofKind = Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value] as const);
  return new Map(
    [...Object.entries(content as Record<string, unknown>), ...ofKind].flatMap(([field, value]) => {
      const text = textOf(field, value);
      return text === '' ? [] : [[field, { label: labelOf(field), text }] as const];
    }),
  );
}

/** Whether two values say the same in another spelling: capitals, accents, blanks or punctuation (A9). */
export function meansTheSame(one = '', other = ''): boolean {
  return one === other || meaningOf(one) === meaningOf(other);
}

function meaningOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function labelOf(field: string): string {
  return labels[field] ?? field.replace(/^attributes\./, '');
}

/** The same for the same value, in whatever order its parts stand. */
function textOf(field: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (field) {
    case 'kind':
      return kindLabels[value as string]?.label ?? String(value);
    case 'visitAddress':
    case 'postalAddress':
      return addressLine(value as Address);
    case 'openingHours':
      return hoursLine(value as OpeningHours[]);
    case 'identifiers':
      return identifiersLine(value as OrganisationContent['identifiers']);
    case 'price':
      return euros.format((value as number) / 100).replace(/\s/g, ' ');
    default:
      return String(value);
  }
}

function addressLine({ street, houseNumber, houseLetter = '', houseNumberAddition, postcode = '', town }: Address): string {
  const number = `${houseNumber ?? ''}${houseLetter}${houseNumberAddition === undefined ? '' : `-${houseNumberAddition}`}`;
  return `${street} ${number}, ${postcode} ${town}`.replace(/ +(?=,|$)/g, '').replace(/ {2,}/g, ' ');
}

function hoursLine(hours: readonly OpeningHours[]): string {
  const inOrder = hours.map(({ day, opens, closes }) => ({ day: weekdays.indexOf(day), times: `${opens}-${closes}` }));
  inOrder.sort((a, b) => a.day - b.day || (a.times < b.times ? -1 : 1));
  return inOrder.map(({ day, times }) => `${dutchDays[day]} ${times}`).join(', ');
}

function identifiersLine(identifiers: OrganisationContent['identifiers']): string {
  return identifiers
    .map(({ scheme, value }) => `${scheme} ${value}`)
    .toSorted()
    .join(', ');
}
