import { between, digits, pick, type Random } from './random.ts';
import { adjectives, nouns } from './words.ts';

/** Area codes of three digits that exist, so that a number passes an importer's checks; the numbers are made up. */
const areaCodes = ['010', '013', '015', '020', '023', '024', '026', '030', '033', '038', '040', '043', '050', '053', '055', '058', '070', '073'];

/** A phone number of ten digits, with `separator` after the area code. */
export function phoneNumber(random: Random, separator: string): string {
  return `${pick(random, areaCodes)}${separator}${between(random, 2, 7)}${digits(random, 6)}`;
}

/** A site under `.example`, the domain that never exists. */
export function site(random: Random): string {
  const name = `${pick(random, adjectives)}-${pick(random, nouns)}-${between(random, 1, 999)}`;
  return `www.${name.toLowerCase().replace('ï', 'i')}.example`;
}
