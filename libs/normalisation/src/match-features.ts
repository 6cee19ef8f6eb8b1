import { hash64 } from './match-hash.js';
import { addressKey, nameKey } from './match-key.js';
import { matchAddress, type AddressToMatch, type MatchAddress } from './match-address.js';
import { fingerprintOf, matchName, type NameHint } from './match-name.js';
import { freeMailHosts, sharedHosts } from './match-vocabulary.js';
import { normalisePhone } from './phone.js';
import { fold } from './text.js';

/** What of an organisation takes part in matching; the shape of the contract's content, without what is never compared. */
export interface MatchSubject {
  readonly kind: string;
  readonly name: string;
  readonly visitAddress?: AddressToMatch | undefined;
  readonly postalAddress?: AddressToMatch | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** An organisation as it is compared: everything is computed once, here, and kept (DEDUPE 6). */
export interface MatchFeatures {
  /** Key of the whole name, for the literal rule (A28); absent for a name without letters. */
  readonly name?: string;
  readonly cores: readonly (readonly string[])[];
  readonly fingerprint: string;
  readonly generic: boolean;
  readonly streams: readonly string[];
  /** SCHOOL, CHILDCARE, OTHER or a kind of its own. */
  readonly family: string;
  readonly address?: MatchAddress;
  /** Where its post goes, where that is not where it is visited. */
  readonly postal?: string;
  readonly phone?: string;
  readonly host?: string;
  /** Numbers of other registers that one organisation alone has. */
  readonly identities: readonly string[];
}

/** Fields that are compared, each by itself. */
export const comparedFields = ['name', 'address', 'phone', 'website', 'kind', 'numbers'] as const;
export type ComparedField = (typeof comparedFields)[number];
/** A short mark of each field as it is compared: by it a later change of that field is known (DEDUPE 5.7). */
export type FieldMarks = Readonly<Record<ComparedField, string>>;

/** @returns a mark of each compared field; equal marks mean that nothing that counts has changed */
export function fieldMarks({ name, cores, streams, family, address, postal, phone, host, identities }: MatchFeatures): FieldMarks {
  const mark = (...parts: unknown[]): string => BigInt.asUintN(64, hash64(JSON.stringify(parts))).toString(36);
  return {
    name: mark(name, cores, streams),
    address: mark({ ...address, shown: undefined }, postal),
    phone: mark(phone),
    website: mark(host),
    kind: mark(family),
    numbers: mark(identities),
  };
}

const families: Readonly<Record<string, string>> = {
  PRIMARY_SCHOOL: 'SCHOOL',
  SECONDARY_SCHOOL: 'SCHOOL',
  SPECIAL_SCHOOL: 'SCHOOL',
  VOCATIONAL_COLLEGE: 'SCHOOL',
  HIGHER_EDUCATION: 'SCHOOL',
  DAY_CARE: 'CHILDCARE',
  AFTER_SCHOOL_CARE: 'CHILDCARE',
  CHILDMINDER_AGENCY: 'CHILDCARE',
  CHILDMINDER: 'CHILDCARE',
  PLAYGROUP: 'CHILDCARE',
  OTHER_ORGANISATION: 'OTHER',
};

/**
 * What is entered as a school or as other may be something else by its name; childcare often bears the name of the
 * school that it is in, so there the kind is believed.
 */
function familyOf(kind: string, hint: NameHint | undefined): string {
  const family = families[kind] ?? kind;
  return family === 'SCHOOL' && hint ? hint : family;
}

/** @returns an organisation in the form in which it is compared */
export function matchFeatures(subject: MatchSubject): MatchFeatures {
  const name = nameKey(subject.name);
  const { cores, generic, hint, streams } = matchName(subject.name, subject.visitAddress?.town);
  const postal = subject.postalAddress && postalKey(subject.postalAddress);
  return {
    ...(name && { name }),
    cores,
    fingerprint: fingerprintOf(cores[0] ?? []),
    generic,
    streams,
    family: familyOf(subject.kind, hint),
    ...(subject.visitAddress && { address: matchAddress(subject.visitAddress) }),
    ...(postal && { postal }),
    ...contactOf(subject),
    identities: identitiesOf(subject),
  };
}

/** A childminder is a private person at home: contact data take no part (N34). */
function contactOf({ kind, phone, website, email }: MatchSubject): Pick<MatchFeatures, 'phone' | 'host'> {
  if (kind === 'CHILDMINDER') return {};
  const digits = phone === undefined ? undefined : normalisePhone(phone);
  const host = siteHost(website) ?? mailHost(email);
  return { ...(digits && { phone: digits }), ...(host && { host }) };
}

function siteHost(website = ''): string | undefined {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/.exec(fold(website))?.[1] ?? '';
  return host.includes('.') && !sharedHosts.has(host) ? host : undefined;
}

function mailHost(email = ''): string | undefined {
  const host = /@([^@\s]+)$/.exec(fold(email))?.[1];
  return host && !freeMailHosts.has(host) ? host : undefined;
}

function postalKey(address: AddressToMatch): string | undefined {
  if (!address.houseNumber || !address.postcode) return undefined;
  return addressKey({ ...address, street: '' });
}

/** A BRIN is of one organisation where no branch is told; several schools may share it otherwise (DEDUPE 9.10). */
function identitiesOf({ identifiers }: MatchSubject): string[] {
  const branches = identifiers.some(({ scheme }) => scheme === 'VESTIGING');
  const unique = identifiers.filter(({ scheme }) => scheme === 'VESTIGING' || scheme === 'LRK' || (scheme === 'BRIN' && !branches));
  return unique.map(({ scheme, value }) => `${scheme}:${value.toUpperCase()}`).sort();
}
