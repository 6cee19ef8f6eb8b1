import { phoneNumber, site } from './contact.ts';
import { rowPlace } from './directory.ts';
import { between, chance, digits, hexadecimal, pick, randomFor, type Random } from './random.ts';
import type { Row, SourceFormat } from './source-format.ts';
import { adjectives, nouns, streets, towns } from './words.ts';

const columns = [
  'lrk_id', 'type_oko', 'opc', 'actuele_naam_oko', 'aantal_kindplaatsen', 've', 'status', 'inschrijfdatum',
  'opvanglocatie_adres', 'opvanglocatie_postcode', 'opvanglocatie_woonplaats', 'bag_id', 'naam_houder', 'kvk_nummer_houder',
  'vestigingsnummer_houder', 'rechtsvorm_houder', 'start_geschillencommissie', 'einde_geschillencommissie', 'houder_adres',
  'houder_postcode', 'houder_woonplaats', 'houder_buitenland', 'correspondentie_adres', 'correspondentie_postcode',
  'correspondentie_woonplaats', 'correspondentie_buitenland', 'contact_persoon', 'contact_telefoon', 'contact_emailadres',
  'contact_website', 'cbs_code', 'verantwoordelijke_gemeente', 'gastouderbureau_1', 'gastouderbureau_2', 'lrk_url',
] as const;

type LrkRow = Record<(typeof columns)[number], string>;

/** Nine digits, no leading zero; 7,919 has no factor in common with 900,000,000, so no two rows share a key. */
function key(index: number): string {
  return String(100_000_000 + ((index * 7_919 * 59_999 + 271_828_182) % 900_000_000));
}

function date(random: Random): string {
  const twoDigits = (from: number, to: number) => String(between(random, from, to)).padStart(2, '0');
  return `${twoDigits(1, 28)}-${twoDigits(1, 12)}-${between(random, 2005, 2025)}`;
}

/** Contact fields stand between apostrophes, also when they are blank. */
const wrapped = (value: string) => `'${value}'`;

function registration(random: Random) {
  const kind = pick(random, ['KDV', 'KDV', 'BSO', 'BSO', 'GOB']);
  return {
    type_oko: kind,
    opc: 'Nee',
    aantal_kindplaatsen: kind === 'GOB' ? '' : String(between(random, 8, 160)),
    ve: chance(random, 0.2) ? 'Ja' : 'Nee',
    status: 'Ingeschreven',
    inschrijfdatum: date(random),
  };
}

function location(seed: number, index: number, random: Random) {
  const place = rowPlace(seed, index);
  const trailingBlank = chance(random, 0.74) ? ' ' : '';
  return {
    actuele_naam_oko: place.name,
    opvanglocatie_adres: `${place.street} ${place.houseNumber}${place.houseLetter && ` ${place.houseLetter}`}${trailingBlank}`,
    opvanglocatie_postcode: place.postcode,
    opvanglocatie_woonplaats: place.town.name,
    bag_id: `${place.town.municipalityCode}01${digits(random, 10)}`,
    cbs_code: place.town.municipalityCode,
    verantwoordelijke_gemeente: place.town.municipality,
  };
}

function holder(random: Random) {
  const chamberNumber = digits(random, 8);
  return {
    naam_houder: `Kinderopvang ${pick(random, adjectives)} ${pick(random, nouns)} B.V.`,
    kvk_nummer_houder: chamberNumber,
    vestigingsnummer_houder: chance(random, 0.3) ? '000000000000' : `0000${digits(random, 8)}`,
    rechtsvorm_houder: 'Besloten Vennootschap',
    start_geschillencommissie: chance(random, 0.5) ? date(random) : '',
    houder_adres: `${pick(random, streets)} ${between(random, 1, 200)} `,
    houder_postcode: `${between(random, 1000, 9999)}GH`,
    houder_woonplaats: pick(random, towns).name,
  };
}

function contact(random: Random) {
  return {
    contact_persoon: wrapped(''),
    contact_telefoon: wrapped(chance(random, 0.85) ? phoneNumber(random, '-') : ''),
    contact_emailadres: wrapped(''),
    contact_website: wrapped(chance(random, 0.6) ? site(random) : ''),
  };
}

function identifier(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => hexadecimal(random, length)).join('-');
}

function row(seed: number, index: number): Row {
  const random = randomFor(seed, index + 500_000_000);
  const values: Partial<LrkRow> = {
    lrk_id: key(index),
    ...registration(random),
    ...location(seed, index, random),
    ...holder(random),
    ...contact(random),
    lrk_url: `https://www.landelijkregisterkinderopvang.nl/pp/#/inzien/oko/gegevens/${identifier(random)}`,
  };
  return columns.map((column) => values[column] ?? '');
}

/** The row with another phone number, or for every other row another site: both are fields that an importer keeps. */
function changed(original: Row, seed: number, index: number): Row {
  const random = randomFor(seed, index + 1_000_000_000);
  const [column, value] = index % 2 === 0 ? (['contact_telefoon', phoneNumber(random, '-')] as const) : (['contact_website', site(random)] as const);
  return original.with(columns.indexOf(column), wrapped(value));
}

/** The LRK export of 2026: 35 columns, UTF-8 with a byte order mark, no quoting. No VGO, so no persons. */
export const lrk: SourceFormat = { name: 'lrk', columns, encoding: 'utf8', byteOrderMark: true, key, row, changed };
