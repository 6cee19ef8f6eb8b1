import { type HouseNumber, parseHouseNumber } from './house-number.js';
import { cleanText, fold } from './text.js';

/** An address line taken apart; without a house number when the line holds none that can be told. */
export type AddressLine = { readonly street: string } & Partial<HouseNumber>;

/** Streets whose name ends in a number, by their first part, as found in DUO's files (Lelystad and Almere). */
const numberedStreets = new Set(
  'botter galjoen gondel griend jol karveel kempenaar kogge randstad schoener schouw tjalk wold'.split(' '),
);
/** A street called nothing but this has the year that follows it in its name: `Plein 1455`, `Laan 1940-1945`. */
const bareStreetTypes = new Set(['laan', 'plein', 'straat', 'weg', 'dreef', 'hof', 'park']);
const year = /^1[0-9]{3}(?:-1[0-9]{3})?$/;
/** Words longer than four letters that may follow a house number. */
const longSuffixes = new Set(['beneden', 'boven', 'links', 'parterre', 'rechts', 'rood', 'zwart']);

/**
 * Takes `street number` in one field apart, as LRK writes it (`Kraijenhoffstraat 32 `, `Asterweg 20 n 1`).
 * The number is the first word that starts with a digit and is followed by nothing but parts of a
 * house number; numbers that belong to the street stay there (`2e Jan Steenstraat 14-A`, `Plein 1455 3`).
 * @returns undefined when there is no street in the line
 */
export function splitAddressLine(line: string): AddressLine | undefined {
  const words = cleanText(line).split(' ');
  const start = firstNumberWord(words);
  const street = words.slice(0, start).join(' ');
  if (!/\p{L}/u.test(street)) return undefined;
  const number = parseHouseNumber(words.slice(start).join(' '));
  return number ? { street, ...number } : { street: words.join(' ') };
}

function firstNumberWord(words: readonly string[]): number {
  for (let at = 1; at < words.length; at += 1) {
    if (startsNumber(words, at) && !belongsToStreet(words, at)) return at;
  }
  return words.length;
}

function startsNumber(words: readonly string[], at: number): boolean {
  return /^[0-9]/.test(words[at] ?? '') && words.slice(at + 1).every(mayFollowNumber);
}

function mayFollowNumber(word: string): boolean {
  const folded = fold(word);
  return /^[^\p{L}]*(?:\p{L}{1,4}(?:[^\p{L}].*)?)?$/u.test(folded) || longSuffixes.has(folded.replace(/\P{L}/gu, ''));
}

function belongsToStreet(words: readonly string[], at: number): boolean {
  const name = fold(words.slice(0, at).join(' '));
  const word = words[at] ?? '';
  if (bareStreetTypes.has(name) && year.test(word)) return true;
  const anotherFollows = /^[0-9]/.test(words[at + 1] ?? '');
  return anotherFollows && numberedStreets.has(name);
}
