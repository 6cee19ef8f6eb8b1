import type { MatchFeatures } from '@gids/normalisation';
import { compareAddress, isSameBuilding, type AddressLevel } from './compare-address.js';
import { compareName, type NameComparison, type NameLevel } from './compare-name.js';
import type { Rarity } from './rarity.js';

export type ContactLevel = 'EQUAL' | 'SHARED_BY_FEW' | 'SHARED' | 'DIFFERENT' | 'MISSING';
export type KindLevel = 'SAME' | 'CLASH' | 'UNKNOWN';

/** How two organisations agree, field by field, and what it comes to. */
export interface Comparison {
  readonly address: AddressLevel;
  readonly name: NameLevel;
  readonly phone: ContactLevel;
  readonly site: ContactLevel;
  readonly kind: KindLevel;
  /** A number of another register that both bear. */
  readonly identity: boolean;
  /** The literal rules of the seed (S2:62, A28). */
  readonly ruleName: boolean;
  readonly ruleAddress: boolean;
  /** One name is a part of the other, which joins two organisations. */
  readonly part: boolean;
  /** Organisations that bear the name, share the phone. */
  readonly nameHolders: number;
  readonly phoneHolders: number;
  /** Sum of the weights, in bits. */
  readonly score: number;
}

const addressWeights: Readonly<Record<AddressLevel, number>> = {
  SAME: 11,
  SUFFIX_MISSING: 10,
  RANGE: 8.5,
  SUFFIX_OTHER: 7.5,
  POSTCODE_OTHER: 9,
  POSTCODE_MISSING: 10,
  NEAR: 3,
  SAME_STREET: 0,
  SAME_TOWN: -2.5,
  MISSING_POST_SAME: 3,
  MISSING: 1,
  UNKNOWN: -3,
  ELSEWHERE: -9,
};
const phoneWeights: ContactWeights = { EQUAL: 9, SHARED_BY_FEW: 5, SHARED: 2, DIFFERENT: -1, MISSING: 0 };
const siteWeights: ContactWeights = { EQUAL: 6, SHARED_BY_FEW: 3, SHARED: 0.5, DIFFERENT: -0.7, MISSING: 0 };
/**
 * Childcare shares its address with other childcare as often as not, its phone with its sister locations,
 * and its site says which provider it is of (DEDUPE 3 and 5.7).
 */
const childcare = {
  building: -4,
  phoneElsewhere: -5,
  phone: { DIFFERENT: -2 },
  site: { DIFFERENT: -4 },
} as const;
type ContactWeights = Readonly<Record<ContactLevel, number>>;

/** Compares an imported organisation with a managed one (DEDUPE 5.4). Symmetric: neither side is special. */
export function compare(one: MatchFeatures, other: MatchFeatures, rarity: Rarity): Comparison {
  const address = compareAddress(one, other);
  const name = compareName(one, other, rarity, isSameBuilding(address));
  const phoneHolders = one.phone && one.phone === other.phone ? rarity.phone(one.phone) : 0;
  const phone = compareContact(one.phone, other.phone, phoneHolders, isServiceNumber(one.phone));
  const site = compareContact(one.host, other.host, one.host && one.host === other.host ? rarity.host(one.host) : 0, false);
  const kind = compareKind(one.family, other.family);
  return {
    address,
    name: name.level,
    phone,
    site,
    kind,
    identity: one.identities.some((identity) => other.identities.includes(identity)),
    ruleName: one.name !== undefined && one.name === other.name,
    ruleAddress: one.address?.literal !== undefined && one.address.literal === other.address?.literal,
    part: name.part && name.level === 'EQUAL',
    nameHolders: name.holders,
    phoneHolders,
    score: round(scoreOf({ address, name, phone, site, kind }, one.family, other.family)),
  };
}

interface Levels extends Pick<Comparison, 'address' | 'phone' | 'site' | 'kind'> {
  readonly name: NameComparison;
}

function scoreOf(levels: Levels, family: string, otherFamily: string): number {
  const { address, name, phone, site, kind } = levels;
  const general = addressWeights[address] + name.weight + phoneWeights[phone] + siteWeights[site] + kindWeight(kind, phone) + (name.part ? 2 : 0);
  if (family !== otherFamily) return general;
  if (family === 'SCHOOL') return general + schoolBonus(levels);
  return family === 'CHILDCARE' ? general + childcareBonus(levels) : general;
}

/** Name and town together are nearly a key of a school; and a school that moves and is renamed keeps its phone. */
function schoolBonus({ address, name, phone }: Levels): number {
  const inTown = address === 'SAME_TOWN' || address === 'SAME_STREET' || address === 'NEAR';
  if (!inTown) return 0;
  if (name.level === 'EQUAL') return 1.5;
  return phone === 'EQUAL' && name.level === 'DIFFERENT' ? 4.5 : 0;
}

function childcareBonus({ address, name, phone, site }: Levels): number {
  const inBuilding = isSameBuilding(address);
  const sister = !inBuilding && name.level !== 'EQUAL' && phone !== 'MISSING' && phone !== 'DIFFERENT';
  return (
    (inBuilding ? childcare.building : 0) +
    (sister ? childcare.phoneElsewhere : 0) +
    (phone === 'DIFFERENT' ? childcare.phone.DIFFERENT : 0) +
    (site === 'DIFFERENT' ? childcare.site.DIFFERENT : 0)
  );
}

/** 088, 0800 and 0900 numbers are of large organisations (DEDUPE 4.4). */
const isServiceNumber = (phone = ''): boolean => /^0(?:8[0-9]|90)/.test(phone);

function compareContact(one: string | undefined, other: string | undefined, holders: number, general: boolean): ContactLevel {
  if (one === undefined || other === undefined) return 'MISSING';
  if (one !== other) return 'DIFFERENT';
  if (holders <= 1 && !general) return 'EQUAL';
  return holders <= 3 && !general ? 'SHARED_BY_FEW' : 'SHARED';
}

function compareKind(one: string, other: string): KindLevel {
  if (one === other) return 'SAME';
  return [one, other].some((family) => family === 'SCHOOL' || family === 'CHILDCARE') ? 'CLASH' : 'UNKNOWN';
}

function kindWeight(kind: KindLevel, phone: ContactLevel): number {
  if (kind === 'CLASH') return phone === 'EQUAL' || phone === 'SHARED_BY_FEW' ? -6 : -13;
  return kind === 'SAME' ? 1 : 0;
}

const round = (value: number): number => Math.round(value * 10) / 10;
