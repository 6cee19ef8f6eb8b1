import { editDistance, type MatchAddress, type MatchFeatures } from '@gids/normalisation';

/** How two visiting addresses agree, the best first (DEDUPE 5.4). */
export type AddressLevel =
  | 'SAME'
  | 'SUFFIX_MISSING'
  | 'RANGE'
  | 'SUFFIX_OTHER'
  | 'POSTCODE_OTHER'
  | 'POSTCODE_MISSING'
  | 'NEAR'
  | 'SAME_STREET'
  | 'SAME_TOWN'
  | 'MISSING_POST_SAME'
  | 'MISSING'
  | 'UNKNOWN'
  | 'ELSEWHERE';

/** Levels at which both are in one building. */
const buildingLevels: ReadonlySet<AddressLevel> = new Set(['SAME', 'SUFFIX_MISSING', 'RANGE', 'SUFFIX_OTHER', 'POSTCODE_OTHER', 'POSTCODE_MISSING']);

export const isSameBuilding = (level: AddressLevel): boolean => buildingLevels.has(level);

/** Compares visiting with visiting; a postal address counts only where a visiting address is not known (N29). */
export function compareAddress(one: MatchFeatures, other: MatchFeatures): AddressLevel {
  const [a, b] = [one.address, other.address];
  if (!a || !b) return 'UNKNOWN';
  if (a.number === undefined || b.number === undefined) return compareIncomplete(one, other, a, b);
  if (a.postcode && b.postcode && a.postcode === b.postcode) return compareInPostcode(a, b, a.number, b.number);
  return compareStreets(a, b);
}

function compareIncomplete(one: MatchFeatures, other: MatchFeatures, a: MatchAddress, b: MatchAddress): AddressLevel {
  if (one.postal !== undefined && one.postal === other.postal) return 'MISSING_POST_SAME';
  if (a.town === b.town) return 'MISSING';
  return a.postcode && b.postcode && a.postcode.slice(0, 4) === b.postcode.slice(0, 4) ? 'MISSING' : 'ELSEWHERE';
}

function compareInPostcode(a: MatchAddress, b: MatchAddress, first: number, second: number): AddressLevel {
  if (first === second) return compareSuffix(a, b);
  const ends = [first, a.rangeEnd ?? first];
  const otherEnds = [second, b.rangeEnd ?? second];
  if (ends.some((end) => otherEnds.includes(end))) return 'RANGE';
  return nearby(a, b) ? 'NEAR' : 'SAME_STREET';
}

function compareSuffix(a: MatchAddress, b: MatchAddress): AddressLevel {
  if (a.suffix === b.suffix && (a.rangeEnd ?? b.rangeEnd) === (b.rangeEnd ?? a.rangeEnd)) return 'SAME';
  const [shorter = '', longer = ''] = [a.suffix, b.suffix].sort((x, y) => x.length - y.length);
  return longer.startsWith(shorter) ? 'SUFFIX_MISSING' : 'SUFFIX_OTHER';
}

function compareStreets(a: MatchAddress, b: MatchAddress): AddressLevel {
  const sameTown = a.town === b.town;
  const sameRegion = a.postcode !== undefined && b.postcode !== undefined && a.postcode.slice(0, 3) === b.postcode.slice(0, 3);
  if (!sameTown && !sameRegion) return 'ELSEWHERE';
  if (!sameStreet(a.street, b.street)) return sameTown ? 'SAME_TOWN' : 'ELSEWHERE';
  if (a.number !== b.number) return nearby(a, b) ? 'NEAR' : 'SAME_STREET';
  return a.postcode && b.postcode ? 'POSTCODE_OTHER' : 'POSTCODE_MISSING';
}

function nearby(a: MatchAddress, b: MatchAddress): boolean {
  return Math.abs((a.number ?? 0) - (b.number ?? 0)) <= 6;
}

function sameStreet(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  return editDistance(one, other, 2) <= Math.min(2, Math.floor(Math.min(one.length, other.length) / 5));
}
