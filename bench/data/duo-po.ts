import { phoneNumber, site } from './contact.ts';
import { rowPlace } from './directory.ts';
import { between, chance, pick, randomFor, type Random } from './random.ts';
import type { Row, SourceFormat } from './source-format.ts';
import { denominations, holidayRegions } from './words.ts';

const columns = [
  'PROVINCIE', 'BEVOEGD GEZAG NUMMER', 'INSTELLINGSCODE', 'VESTIGINGSCODE', 'VESTIGINGSNAAM', 'STRAATNAAM',
  'HUISNUMMER-TOEVOEGING', 'POSTCODE', 'PLAATSNAAM', 'GEMEENTENUMMER', 'GEMEENTENAAM', 'DENOMINATIE', 'TELEFOONNUMMER',
  'INTERNETADRES', 'STRAATNAAM CORRESPONDENTIEADRES', 'HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES',
  'POSTCODE CORRESPONDENTIEADRES', 'PLAATSNAAM CORRESPONDENTIEADRES', 'NODAAL GEBIED CODE', 'NODAAL GEBIED NAAM',
  'RPA-GEBIED CODE', 'RPA-GEBIED NAAM', 'WGR-GEBIED CODE', 'WGR-GEBIED NAAM', 'COROPGEBIED CODE', 'COROPGEBIED NAAM',
  'ONDERWIJSGEBIED CODE', 'ONDERWIJSGEBIED NAAM', 'RMC-REGIO CODE', 'RMC-REGIO NAAM', 'VAKANTIEREGIO',
] as const;

type DuoRow = Record<(typeof columns)[number], string>;

/** DUO never leaves a field empty: a blank is one space. */
const blank = ' ';

const keySpace = 100 * 26 * 26 * 100;

/** Two digits, two letters, two digits; 1,299,709 is prime and no factor of the key space, so no two rows share a key. */
function key(index: number): string {
  const number = (index * 1_299_709 + 31_415) % keySpace;
  const letter = (value: number) => String.fromCharCode(65 + (value % 26));
  const twoDigits = (value: number) => String(value % 100).padStart(2, '0');
  const first = Math.floor(number / (26 * 26 * 100));
  return twoDigits(first) + letter(Math.floor(number / 2_600)) + letter(Math.floor(number / 100)) + twoDigits(number);
}

function visitingAddress(seed: number, index: number) {
  const place = rowPlace(seed, index);
  return {
    PROVINCIE: place.town.province,
    VESTIGINGSNAAM: place.name,
    STRAATNAAM: place.street,
    'HUISNUMMER-TOEVOEGING': `${place.houseNumber}${place.houseLetter && `-${place.houseLetter}`}`,
    POSTCODE: spaced(place.postcode),
    PLAATSNAAM: place.town.name.toUpperCase(),
    GEMEENTENUMMER: place.town.municipalityCode,
    GEMEENTENAAM: place.town.municipality.toUpperCase(),
  };
}

const spaced = (postcode: string) => `${postcode.slice(0, 4)} ${postcode.slice(4)}`;

/** In one row of nine the post goes to a box, elsewhere to the visiting address. */
function correspondence(visiting: ReturnType<typeof visitingAddress>, random: Random) {
  const box = chance(random, 1 / 9);
  return {
    'STRAATNAAM CORRESPONDENTIEADRES': box ? 'Postbus' : visiting.STRAATNAAM,
    'HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES': box ? String(between(random, 1, 999)) : visiting['HUISNUMMER-TOEVOEGING'],
    'POSTCODE CORRESPONDENTIEADRES': visiting.POSTCODE,
    'PLAATSNAAM CORRESPONDENTIEADRES': visiting.PLAATSNAAM,
  };
}

function regions(region: string): Partial<DuoRow> {
  return {
    'NODAAL GEBIED CODE': '01', 'NODAAL GEBIED NAAM': region,
    'RPA-GEBIED CODE': '03', 'RPA-GEBIED NAAM': `Centraal-${region}`,
    'WGR-GEBIED CODE': '07', 'WGR-GEBIED NAAM': `${region} en omstreken`,
    'COROPGEBIED CODE': '07', 'COROPGEBIED NAAM': region,
    'ONDERWIJSGEBIED CODE': '01', 'ONDERWIJSGEBIED NAAM': region,
    'RMC-REGIO CODE': '07', 'RMC-REGIO NAAM': region,
  };
}

function row(seed: number, index: number): Row {
  const random = randomFor(seed, index + 500_000_000);
  const location = key(index);
  const visiting = visitingAddress(seed, index);
  const values: Partial<DuoRow> = {
    ...visiting,
    'BEVOEGD GEZAG NUMMER': String(between(random, 10_000, 43_000)),
    INSTELLINGSCODE: location.slice(0, 4),
    VESTIGINGSCODE: location,
    DENOMINATIE: pick(random, denominations),
    TELEFOONNUMMER: chance(random, 0.99) ? phoneNumber(random, '') : blank,
    INTERNETADRES: chance(random, 0.9) ? site(random) : blank,
    ...correspondence(visiting, random),
    ...regions(visiting.PROVINCIE),
    VAKANTIEREGIO: pick(random, holidayRegions),
  };
  return columns.map((column) => values[column] ?? blank);
}

/** The row with another phone number, or for every other row another site: both are fields that an importer keeps. */
function changed(original: Row, seed: number, index: number): Row {
  const random = randomFor(seed, index + 1_000_000_000);
  const [column, value] = index % 2 === 0 ? (['TELEFOONNUMMER', phoneNumber(random, '')] as const) : (['INTERNETADRES', site(random)] as const);
  return original.with(columns.indexOf(column), value);
}

/** DUO's file of all primary school locations as of 2026: 31 columns, windows-1252 (the word lists stay within Latin-1). */
export const duoPo: SourceFormat = { name: 'duo-po', columns, encoding: 'latin1', byteOrderMark: false, key, row, changed };
