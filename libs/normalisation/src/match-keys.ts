import type { MatchAddress } from './match-address.js';
import type { MatchFeatures } from './match-features.js';
import { hash64 } from './match-hash.js';
import { fingerprintOf } from './match-name.js';

/** Ways in which two organisations can meet as candidates (DEDUPE 5.3); the number is stored. */
export const keyKinds = {
  /** Postcode and number; both ends of a range. */
  ADDRESS: 1,
  /** Street and number, with the town or with the region: for a postcode that is missing or wrong. */
  STREET: 2,
  /** Core of the name and town: for a school that moved. */
  NAME_TOWN: 3,
  /** The whole name, type words and all: the literal rule (R43). */
  NAME: 4,
  /** Core of the name, wherever. */
  CORE: 5,
  PHONE: 6,
  HOST: 7,
  /** Beginning of a word of the name, and town: for a typing error elsewhere in the name. */
  WORD_TOWN: 8,
  /** Number of another register: proof. */
  IDENTITY: 9,
  /** A word of the name: only counted, to know how rare it is; nobody meets by it. */
  WORD: 10,
} as const;

export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];
export interface MatchKey {
  readonly kind: KeyKind;
  readonly key: bigint;
}

/**
 * Holders in the directory above which a key says nothing and is skipped (DEDUPE 5.3). Not for the whole name and the
 * address: the literal rule must find every pair.
 */
export const hotLimits: Readonly<Partial<Record<KeyKind, number>>> = {
  [keyKinds.CORE]: 50,
  [keyKinds.PHONE]: 12,
  [keyKinds.HOST]: 12,
  [keyKinds.WORD_TOWN]: 50,
};

const wordsPerName = 3;
const wordStart = 4;

/** Kinds whose holders are counted, because the more there are the less it says. */
export const countedKinds: readonly KeyKind[] = [keyKinds.CORE, keyKinds.PHONE, keyKinds.HOST, keyKinds.WORD];

/** @returns the key of one value */
export function matchKey(kind: KeyKind, text: string): bigint {
  return hash64(`${kind} ${text}`);
}

/** @returns the keys of an organisation, each once; two organisations that share none (but a WORD) are never compared */
export function matchKeys(features: MatchFeatures): MatchKey[] {
  const texts: (readonly [KeyKind, string])[] = [...addressKeys(features.address), ...nameKeys(features)];
  if (features.phone) texts.push([keyKinds.PHONE, features.phone]);
  if (features.host) texts.push([keyKinds.HOST, features.host]);
  for (const identity of features.identities) texts.push([keyKinds.IDENTITY, identity]);
  const unique = new Map(texts.map(([kind, text]) => [matchKey(kind, text), kind]));
  return [...unique].map(([key, kind]) => ({ kind, key }));
}

function* addressKeys(address: MatchAddress | undefined): Generator<readonly [KeyKind, string]> {
  if (!address?.number) return;
  const numbers = [address.number, ...(address.rangeEnd ? [address.rangeEnd] : [])];
  for (const number of numbers) {
    if (address.postcode) yield [keyKinds.ADDRESS, `${address.postcode} ${number}`];
    if (address.street) yield [keyKinds.STREET, `${address.street.slice(0, 14)} ${number} ${address.town.slice(0, 6)}`];
    if (address.street && address.postcode) yield [keyKinds.STREET, `${address.street.slice(0, 14)} ${number} ${address.postcode.slice(0, 2)}`];
  }
}

function* nameKeys({ name, cores, generic, address }: MatchFeatures): Generator<readonly [KeyKind, string]> {
  if (name) yield [keyKinds.NAME, name];
  const fingerprints = cores.map(fingerprintOf).filter(Boolean);
  for (const fingerprint of fingerprints) {
    if (address) yield [keyKinds.NAME_TOWN, `${fingerprint} ${address.town}`];
    if (!generic) yield [keyKinds.CORE, fingerprint];
  }
  for (const word of new Set(cores.flat())) yield [keyKinds.WORD, word];
  if (generic || !address) return;
  for (const word of longestWords(cores)) yield [keyKinds.WORD_TOWN, `${word.slice(0, wordStart)} ${address.town}`];
}

function longestWords(cores: MatchFeatures['cores']): string[] {
  return [...new Set(cores.flat())].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, wordsPerName);
}
