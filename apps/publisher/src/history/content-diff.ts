import type { Address, OrganisationContent, ProductContent } from '@gids/contracts';

/** One field that differs; a value that is not there is absent. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

type Content = OrganisationContent | ProductContent;

/** Names of fields as people read them; a field without one keeps its own. */
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
  attributes: 'kenmerken',
  capacity: 'aantal plaatsen',
  price: 'prijs',
};

/** @returns the fields in which two contents differ, by their Dutch names, in a fixed order */
export function contentDiff(before: Content, after: Content): FieldChange[] {
  const [old, current] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(current)])].sort().flatMap((field) => {
    const [was, is] = [textOf(old[field]), textOf(current[field])];
    if (was === is) return [];
    return [{ field: labels[field] ?? field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

/** A sentence of what changed: `Gegevens gewijzigd: telefoon 0591659840 → 0591659841.` */
export function changedSentence(changes: readonly FieldChange[]): string {
  const parts = changes.map(({ field, before = 'leeg', after = 'leeg' }) => `${field} ${before} → ${after}`);
  return `Gegevens gewijzigd: ${parts.join('; ')}.`;
}

/** A value in one line, the same for the same value in whatever order its parts stand. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value !== 'object') return String(value);
  return isAddress(value) ? addressLine(value) : entriesLine(value);
}

function isAddress(value: object): value is Address {
  return 'street' in value && 'town' in value;
}

function addressLine({ street, houseNumber, houseLetter = '', houseNumberAddition, postcode = '', town }: Address): string {
  const number = `${houseNumber ?? ''}${houseLetter}${houseNumberAddition === undefined ? '' : `-${houseNumberAddition}`}`;
  return `${street} ${number}, ${postcode} ${town}`.replace(/ +(?=,|$)/g, '').replace(/ {2,}/g, ' ');
}

function entriesLine(value: object): string {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, inner]) => `${name} ${textOf(inner) ?? ''}`).join(', ');
}
