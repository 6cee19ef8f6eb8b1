import { editDistance, fingerprintOf, placeWords, type MatchFeatures } from '@gids/normalisation';
import type { Rarity } from './rarity.js';

/** How two names agree (DEDUPE 5.4). */
export type NameLevel = 'EQUAL' | 'TYPO' | 'MOST' | 'CONTAINED' | 'WEAK' | 'SISTER' | 'DIFFERENT' | 'GENERIC';

export interface NameComparison {
  readonly level: NameLevel;
  readonly weight: number;
  /** How many organisations bear the name, where it is equal. */
  readonly holders: number;
  /** One name is a part of the other, which joins two (`A / B`). */
  readonly part: boolean;
}

const weights = { DIFFERENT: -5, SISTER: -3, WEAK: 0.3, CONTAINED: 2.5, OTHER_STREAMS: -5, PART: 2 } as const;

/**
 * Compares the cores of two names, each alternative of the one with each of the other: the best counts.
 * @param inBuilding both are in one building, so that a word for the location (`Noord`, `II`) tells nothing apart
 */
export function compareName(one: MatchFeatures, other: MatchFeatures, rarity: Rarity, inBuilding: boolean): NameComparison {
  if (one.generic || other.generic) return compareGeneric(one, other);
  let best: NameComparison | undefined;
  for (const [at, a] of one.cores.entries()) {
    for (const [position, b] of other.cores.entries()) {
      const found = { ...compareCores(a, b, rarity, inBuilding), part: at + position > 0 };
      if (!best || found.weight > best.weight) best = found;
    }
  }
  return withStreams(best ?? result('DIFFERENT', weights.DIFFERENT), one, other);
}

/** A secondary school for other levels is another school, whatever its name. */
function withStreams(found: NameComparison, one: MatchFeatures, other: MatchFeatures): NameComparison {
  const apart = one.streams.length > 0 && other.streams.length > 0 && !one.streams.some((stream) => other.streams.includes(stream));
  return apart ? { ...found, level: 'SISTER', weight: found.weight + weights.OTHER_STREAMS } : found;
}

/** A name of type words only tells nothing apart: agreement says little, difference a bit. */
function compareGeneric(one: MatchFeatures, other: MatchFeatures): NameComparison {
  if (one.fingerprint === other.fingerprint) return result('GENERIC', 2.5);
  return result('GENERIC', one.generic && other.generic ? -1 : -2);
}

function compareCores(a: readonly string[], b: readonly string[], rarity: Rarity, inBuilding: boolean): NameComparison {
  const fingerprint = fingerprintOf(a);
  const [left, right] = [a.join(''), b.join('')];
  if (fingerprint === fingerprintOf(b) || left === right) return equalNames('EQUAL', fingerprint, rarity, 8, 5);
  const onlyOne = a.filter((word) => !hasAlike(b, word));
  const onlyOther = b.filter((word) => !hasAlike(a, word));
  if (!inBuilding && [...onlyOne, ...onlyOther].some(tellsPlaces)) return result('SISTER', weights.SISTER);
  if (isTypo(left, right) || (onlyOne.length === 0 && onlyOther.length === 0)) return equalNames('TYPO', fingerprint, rarity, 7, 4.5);
  return comparePartly({ a, b, onlyOne, onlyOther }, rarity);
}

function equalNames(level: 'EQUAL' | 'TYPO', fingerprint: string, rarity: Rarity, most: number, least: number): NameComparison {
  const holders = rarity.name(fingerprint);
  return { level, weight: Math.max(least, most - Math.log2(holders) / 2), holders, part: false };
}

const tellsPlaces = (word: string): boolean => placeWords.has(word) || /^[0-9]+$/.test(word);

function isTypo(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const limit = shorter >= 9 ? 2 : shorter >= 4 ? 1 : 0;
  return limit > 0 && editDistance(left, right, limit) <= limit && digitsOf(left) === digitsOf(right);
}

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

const hasAlike = (words: readonly string[], word: string): boolean => words.some((other) => alike(word, other));

function alike(word: string, other: string): boolean {
  if (word === other) return true;
  const shorter = Math.min(word.length, other.length);
  if (shorter < 4) return false;
  const near = editDistance(word, other, 1) <= 1 || (shorter >= 5 && (word.startsWith(other) || other.startsWith(word)));
  return near && digitsOf(word) === digitsOf(other);
}

interface PartlyAlike {
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Words that have no like on the other side. */
  readonly onlyOne: readonly string[];
  readonly onlyOther: readonly string[];
}

/** What a word says: common words (`kindwereld`, `prins`) less than rare ones. */
const valueOf = (word: string, rarity: Rarity): number => Math.max(1, 10 - Math.log2(rarity.word(word)) * 1.2) * (word.length < 3 ? 0.3 : 1);

function comparePartly({ a, b, onlyOne, onlyOther }: PartlyAlike, rarity: Rarity): NameComparison {
  const total = Math.max(sum(a, rarity), sum(b, rarity));
  const shared = sum(a, rarity) - sum(onlyOne, rarity);
  if (shared === 0) return isGluedIn(a, b) ? result('CONTAINED', weights.CONTAINED) : result('DIFFERENT', weights.DIFFERENT);
  const share = shared / total;
  const contained = onlyOne.length === 0 || onlyOther.length === 0;
  if (contained && share >= 0.7) return result('MOST', 3.5 + (share - 0.7) * 6.6);
  if (contained && shared >= 7) return result('CONTAINED', weights.CONTAINED + (share - 0.3) * 2);
  if (share >= 0.4) return result('WEAK', weights.WEAK + (share - 0.4) * 4);
  return result('DIFFERENT', weights.DIFFERENT + share * 6);
}

function isGluedIn(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a.join(''), b.join('')];
  return Math.min(left.length, right.length) >= 6 && (left.includes(right) || right.includes(left));
}

const sum = (words: readonly string[], rarity: Rarity): number => words.reduce((total, word) => total + valueOf(word, rarity), 0);

function result(level: NameLevel, weight: number): NameComparison {
  return { level, weight, holders: 0, part: false };
}
