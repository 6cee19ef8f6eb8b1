import { normalisePostcode } from './postcode.js';
import { addressKey, isPostOfficeBox, suffixKey, type KeyedAddress } from './match-key.js';
import { fold } from './text.js';

/** A visiting address as it is compared (DEDUPE 4.3). */
export interface MatchAddress {
  readonly postcode?: string;
  readonly number?: number;
  /** Letter and addition glued; empty where there are none. */
  readonly suffix: string;
  /** Last number of a range such as `33-35`. */
  readonly rangeEnd?: number;
  /** Glued, abbreviated the same way however it was written. */
  readonly street: string;
  readonly town: string;
  /** Key of the literal rule (N27). */
  readonly literal?: string;
  /** Postcode and number as people read them: `7822HG 58A-2`. */
  readonly shown?: string;
}

export interface AddressToMatch extends KeyedAddress {
  readonly town?: string | undefined;
}

/** @returns the address in the form that is compared; of a P.O. box only the town (N29) */
export function matchAddress(address: AddressToMatch): MatchAddress {
  const town = townKey(address.town ?? '');
  if (isPostOfficeBox(address.street ?? '')) return { suffix: '', street: '', town };
  const postcode = normalisePostcode(address.postcode ?? '');
  const literal = addressKey(address);
  const rangeEnd = rangeEndOf(address);
  return {
    ...(postcode && { postcode }),
    ...(address.houseNumber && { number: address.houseNumber }),
    suffix: rangeEnd ? '' : suffixKey(address),
    ...(rangeEnd && { rangeEnd }),
    street: streetKey(address.street ?? ''),
    town,
    ...(literal && { literal, shown: shortForm(address) }),
  };
}

/** Written as the BAG does. */
function shortForm({ postcode = '', houseNumber, houseLetter = '', houseNumberAddition }: AddressToMatch): string {
  const addition = houseNumberAddition === undefined ? '' : `-${houseNumberAddition}`;
  return `${normalisePostcode(postcode)} ${houseNumber}${houseLetter}${addition}`;
}

/** `33-35` is two doors, `12-2` is an addition: a range ends higher, but not by much. */
function rangeEndOf({ houseNumber = 0, houseLetter, houseNumberAddition = '' }: KeyedAddress): number | undefined {
  const end = Number(/^[0-9]+$/.exec(houseNumberAddition)?.[0] ?? 0);
  const isRange = houseLetter === undefined && houseNumber >= 10 && end > houseNumber && end <= houseNumber + 40;
  return isRange ? end : undefined;
}

/** Words of a street, under the abbreviation that all spellings share. */
const streetWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    burg: 'burgemeester burgem bgm',
    dr: 'doctor dokter',
    prof: 'professor',
    ds: 'dominee',
    mgr: 'monseigneur',
    past: 'pastoor',
    weth: 'wethouder',
    gen: 'generaal',
    min: 'minister',
    kon: 'koning koningin',
    pr: 'prins prinses',
    st: 'sint sinte ste',
    mr: 'meester',
    jhr: 'jonkheer',
    adm: 'admiraal',
    pres: 'president',
    ir: 'ingenieur',
    gebr: 'gebroeders',
    rect: 'rector',
    vd: 'vander vanden vande',
    1: '1e 1ste eerste',
    2: '2e 2de tweede',
    3: '3e 3de derde',
    4: '4e 4de vierde',
  }).flatMap(([kept, spellings]) => spellings.split(' ').map((spelling) => [spelling, kept] as const)),
);

/** @returns the street without blanks, with abbreviations written one way */
export function streetKey(street: string): string {
  return fold(street)
    .replace(/\bv\.? ?\/?d\.?(?= )/g, 'vd')
    .replace(/\bvan (?:der|den|de)\b/g, 'vd')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => streetWords.get(word) ?? word)
    .join('')
    .replace(/str(?:aat)?$/, 'straat')
    .replace(/(?<=[a-z]{3})ln$/, 'laan')
    .replace(/(?<=[a-z]{3})pln$/, 'plein')
    .replace(/(?<=[a-z]{3})wg$/, 'weg');
}

const townNames: ReadonlyMap<string, string> = new Map([
  ['sgravenhage', 'denhaag'],
  ['shertogenbosch', 'denbosch'],
  ['ljouwert', 'leeuwarden'],
]);
const provinceTail = / (?:dr|fr|fl|gn|gld?|lb?|l|nb|nh|ov|ut|zh|zld?)$/;

/** @returns the town without blanks, province tail and municipality, under its usual name */
export function townKey(town: string): string {
  const plain = fold(town)
    .replace(/\(.*?\)/g, ' ')
    .replace(/ gem\b.*$/, '')
    .replace(/\ba[./ ]?d[. ]+/g, 'aan den ')
    .trim()
    .replace(provinceTail, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return townNames.get(plain) ?? plain;
}
