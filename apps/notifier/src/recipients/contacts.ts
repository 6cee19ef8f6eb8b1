import type { OrganisationPeople, Person } from '../people/person.js';
import { addressSchema, type Address } from './address.js';
import { everyImport, type ManagersByImport } from './import-managers.js';
import { readerKey, type Reader } from './reader.js';

/** Addresses from the settings, that several people may read. */
export interface AddressBook {
  readonly managers: ManagersByImport;
  /** The administrators; they also get what would otherwise reach nobody. */
  readonly administrator: Address;
  /** Who gets reported problems, beside the import managers (R77). */
  readonly reports: Address;
}

/** Everybody there is to write to. */
export interface Contacts {
  /** The accounts that are not blocked. */
  readonly persons: readonly Person[];
  readonly organisations: ReadonlyMap<number, OrganisationPeople>;
  readonly book: AddressBook;
}

/** @returns the person as a reader; an e-mail that is no plain address is as none (RELIABILITY §0 fact 11) */
export function readerOf({ account, email }: Person, because: string): Reader {
  const { data: address } = addressSchema.safeParse(email);
  return { key: readerKey(account), because, ...(address !== undefined && { address }) };
}

/** @returns an address from the settings as a reader */
export function mailboxOf(address: Address, because: string): Reader {
  return { key: address.toLowerCase(), address, because };
}

/** The systeembeheerders, with the address that is set for them. */
export function administrators({ persons, book }: Contacts): Reader[] {
  const because = 'u systeembeheerder bent';
  const known = persons.filter(({ systemAdministrator }) => systemAdministrator).map((person) => readerOf(person, because));
  return onceEach([...known, mailboxOf(book.administrator, 'dit adres is ingesteld voor de berichten aan de beheerder')]);
}

/**
 * The importbeheerders of an import: who has the importrecht, and the addresses that are set for it. Where none of them
 * can be reached by mail the administrators are told too, so that it never goes to nobody (R74).
 */
export function importManagers(importId: string, title: string, contacts: Contacts): Reader[] {
  const { persons, book } = contacts;
  const known = persons.filter(({ importRights }) => importRights.includes(importId)).map((person) => readerOf(person, `u importbeheerder bent van ${title}`));
  const set = [importId, everyImport].flatMap((key) => book.managers.get(key) ?? []);
  const because = `dit adres is ingesteld voor de berichten over de import ${title}`;
  const managers = onceEach([...known, ...set.map((address) => mailboxOf(address, because))]);
  return managers.some(({ address }) => address !== undefined) ? managers : onceEach([...managers, ...administrators(contacts)]);
}

/** The editors of an organisation; if it has none, its account manager; if that is nobody, the administrators (R75, A8). */
export function editors(gidsId: number, name: string, contacts: Contacts): Reader[] {
  const organisation = contacts.organisations.get(gidsId);
  const found = personsOf(organisation?.editors ?? [], `u redacteur bent van ${name}`, contacts);
  if (found.length > 0) return found;
  return orAdministrators(personsOf(organisation?.accountManager, `u accountmanager bent van ${name}`, contacts), contacts);
}

/** @returns the readers, or the administrators where there are none */
export function orAdministrators(readers: Reader[], contacts: Contacts): Reader[] {
  return readers.length > 0 ? readers : administrators(contacts);
}

/** @returns those of these accounts who are known and not blocked */
export function personsOf(accounts: readonly string[] | string | undefined, because: string, { persons }: Contacts): Reader[] {
  const wanted = new Set([accounts ?? []].flat());
  return persons.filter(({ account }) => wanted.has(account)).map((person) => readerOf(person, because));
}

/** Nobody twice: an address from the settings gives way to the person who has it. */
export function onceEach(readers: readonly Reader[]): Reader[] {
  const addressesOfPersons = new Set(readers.filter(isPerson).flatMap(({ address }) => address?.toLowerCase() ?? []));
  const kept = readers.filter((reader) => isPerson(reader) || !addressesOfPersons.has(reader.key));
  return [...new Map([...kept].reverse().map((reader) => [reader.key, reader])).values()].reverse();
}

function isPerson({ key }: Reader): boolean {
  return key.startsWith(readerKey(''));
}
