import { normalisePostcode } from './postcode.js';
import { fold } from './text.js';

/**
 * Version of every rule in this library that feeds a match key. Raise it when a key of
 * some organisation would come out differently: all keys are then made again.
 */
export const NORMALISATION_VERSION = 2;

/** What an address key is made of; the shape of the contract's address. */
export interface KeyedAddress {
  readonly street?: string | undefined;
  readonly houseNumber?: number | undefined;
  readonly houseLetter?: string | undefined;
  readonly houseNumberAddition?: string | undefined;
  readonly postcode?: string | undefined;
}

/** Ways to write the ground floor and the floors, as LRK and people write them (DEDUPE 4.3). */
const suffixSynonyms: ReadonlyMap<string, string> = new Map([
  ['huis', 'hs'], ['bg', 'hs'], ['parterre', 'hs'], ['ii', '2'], ['iii', '3'], ['iv', '4'],
]);

/**
 * Key under which two names count as the same: case, accents, punctuation and blanks are
 * ignored, type words and legal forms are not (A28, R43).
 * @returns undefined when the name holds no letter or digit: such a name matches nothing
 */
export function nameKey(name: string): string | undefined {
  return fold(name).replace(/[^\p{L}\p{N}]+/gu, '') || undefined;
}

/**
 * Key under which two visiting addresses count as the same: postcode, number, and letter and
 * addition glued together, so that `12A` = `12 A` and neither is `12` (N27, R43).
 * @returns undefined for a P.O. box (N29) and when postcode or number is missing
 */
export function addressKey(address: KeyedAddress): string | undefined {
  const postcode = normalisePostcode(address.postcode ?? '');
  if (!postcode || !address.houseNumber || isPostOfficeBox(address.street ?? '')) return undefined;
  return `${postcode}|${address.houseNumber}|${suffixKey(address)}`;
}

/** @returns letter and addition glued, with one spelling for ground floor and floors */
export function suffixKey({ houseLetter = '', houseNumberAddition = '' }: KeyedAddress): string {
  const glued = fold(houseLetter + houseNumberAddition).replace(/[^a-z0-9]+/g, '');
  return suffixSynonyms.get(glued) ?? glued;
}

/** @returns whether a street is a P.O. box: never an address where somebody can be found (N29) */
export function isPostOfficeBox(street: string): boolean {
  return /^(?:post ?bus|p\.? ?o\.? ?box|antwoordnummer)\b/.test(fold(street));
}
