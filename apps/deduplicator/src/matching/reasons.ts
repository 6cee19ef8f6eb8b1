import type { DuplicateVerdict } from '@gids/contracts';
import { comparedFields, type ComparedField, type FieldMarks, type MatchFeatures } from '@gids/normalisation';
import type { AddressLevel } from './compare-address.js';
import type { NameLevel } from './compare-name.js';
import type { Comparison } from './compare.js';

/** Both sides of a pair, as they were compared. */
export interface Sides {
  readonly imported: MatchFeatures;
  readonly managed: MatchFeatures;
}

/** Dutch sentences that say why two organisations may be one, the strongest first (R22, DEDUPE 5.4). */
export function reasonsOf(comparison: Comparison, sides: Sides, copied: boolean): string[] {
  const sentences = [
    copied ? 'Kopie van deze geïmporteerde organisatie' : undefined,
    comparison.identity ? `Zelfde nummer in een ander register (${sharedIdentity(sides)})` : undefined,
    addressReason(comparison, sides),
    nameReason(comparison),
    phoneReason(comparison),
    siteReason(comparison, sides),
    comparison.kind === 'CLASH' ? 'Andere soort organisatie: waarschijnlijk twee organisaties in één pand' : undefined,
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences : ['Naam en adres lijken op elkaar'];
}

function sharedIdentity({ imported, managed }: Sides): string {
  const shared = imported.identities.find((identity) => managed.identities.includes(identity)) ?? '';
  return shared.replace(':', ' ');
}

const addressSentences: Partial<Record<AddressLevel, (one: string, other: string) => string>> = {
  SAME: (one) => `Zelfde adres (${one})`,
  SUFFIX_MISSING: (one, other) => `Zelfde pand, toevoeging ontbreekt bij één van beide (${one} ↔ ${other})`,
  RANGE: (one, other) => `Zelfde pand, reeks van huisnummers (${one} ↔ ${other})`,
  SUFFIX_OTHER: (one, other) => `Zelfde pand, andere toevoeging (${one} ↔ ${other})`,
  POSTCODE_OTHER: (one, other) => `Straat en nummer gelijk, postcode wijkt af (${one} ↔ ${other})`,
  POSTCODE_MISSING: (one, other) => `Straat en nummer gelijk, postcode ontbreekt (${one || other})`,
  NEAR: (one, other) => `Vlakbij elkaar (${one} ↔ ${other})`,
  MISSING_POST_SAME: () => 'Zelfde postadres, bezoekadres niet bekend',
};

function addressReason({ address, ruleAddress }: Comparison, { imported, managed }: Sides): string | undefined {
  const sentence = ruleAddress ? addressSentences.SAME : addressSentences[address];
  return sentence?.(imported.address?.shown ?? '', managed.address?.shown ?? '');
}

const nameSentences: Partial<Record<NameLevel, string>> = {
  EQUAL: 'Zelfde naam, woorden voor de soort niet meegeteld',
  TYPO: 'Naam verschilt één of twee letters',
  MOST: 'Naam grotendeels gelijk',
  CONTAINED: 'De ene naam is een deel van de andere',
};

/** From so many bearers on a name is no longer of one organisation; in steps, so that one more or less is no news. */
const commonSteps = [100, 50, 25, 10] as const;

function nameReason({ name, ruleName, nameHolders, part }: Comparison): string | undefined {
  const step = commonSteps.find((holders) => nameHolders >= holders);
  const often = step ? `, komt ${step} keer of vaker voor en telt licht` : '';
  if (ruleName) return `Zelfde naam${often}`;
  if (part) return 'De naam is een deel van een dubbele naam';
  const sentence = nameSentences[name];
  return sentence && sentence + often;
}

function phoneReason({ phone, phoneHolders }: Comparison): string | undefined {
  if (phone === 'EQUAL') return 'Zelfde telefoonnummer';
  if (phone === 'SHARED_BY_FEW') return `Zelfde telefoonnummer, gedeeld door ${phoneHolders} organisaties`;
  return phone === 'SHARED' ? 'Zelfde telefoonnummer, maar dat is van een groter geheel' : undefined;
}

function siteReason({ site }: Comparison, { imported }: Sides): string | undefined {
  if (site === 'EQUAL' || site === 'SHARED_BY_FEW') return `Zelfde website (${imported.host})`;
  return site === 'SHARED' ? `Zelfde website, maar die is van een groter geheel (${imported.host})` : undefined;
}

/** What a person judged, on what was compared then. */
export interface Verdict {
  readonly verdict: DuplicateVerdict;
  readonly by: string;
  readonly compared: { readonly imported: FieldMarks; readonly managed: FieldMarks };
}

const fieldNames: Readonly<Record<ComparedField, string>> = {
  name: 'de naam',
  address: 'het adres',
  phone: 'het telefoonnummer',
  website: 'de website',
  kind: 'de soort',
  numbers: 'de registratienummers',
};

/**
 * Why a verdict holds no more: a compared field changed, and which (DEDUPE 5.7).
 * @returns undefined where it still holds
 */
export function lapseOf(verdict: Verdict, imported: FieldMarks, managed: FieldMarks): string | undefined {
  const changes = [
    ...changed(verdict.compared.imported, imported).map((field) => `${fieldNames[field]} van de geïmporteerde organisatie`),
    ...changed(verdict.compared.managed, managed).map((field) => `${fieldNames[field]} van de G!DS-organisatie`),
  ];
  if (changes.length === 0) return undefined;
  const judged = verdict.verdict === 'NOT_DUPLICATE' ? 'geen dubbele' : 'dubbele';
  return `Opnieuw te beoordelen: eerder ‘${judged}’ volgens ${verdict.by}, maar sindsdien veranderde ${changes.join(' en ')}`;
}

function changed(before: FieldMarks, now: FieldMarks): ComparedField[] {
  return comparedFields.filter((field) => before[field] !== now[field]);
}
