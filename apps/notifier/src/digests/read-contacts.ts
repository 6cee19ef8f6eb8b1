import type { Sql } from '@gids/persistence';
import type { Notice } from '../notices/notice.js';
import { readActivePersons, readOrganisationPeople } from '../people/people-store.js';
import type { AddressBook, Contacts } from '../recipients/contacts.js';

/** @returns everybody there is to write to about these notices, as they are known at this moment */
export async function readContacts(sql: Sql, notices: readonly Notice[], book: AddressBook): Promise<Contacts> {
  const gidsIds = notices.flatMap(({ data }) => ('linkedOrganisationId' in data ? [data.linkedOrganisationId] : []));
  return { persons: await readActivePersons(sql), organisations: await readOrganisationPeople(sql, gidsIds), book };
}
