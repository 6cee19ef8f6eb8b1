import { OrganisationPeopleChanged, PersonChanged, type DataOf } from '@gids/contracts';
import { eventually } from '@gids/testing';
import type { NotifierUnderTest } from './notifier-under-test.js';

type Told = DataOf<typeof PersonChanged>;

/** Tells of persons, each with an address of his own unless told, and waits until they are known. */
export async function tellPersons(subject: NotifierUnderTest, persons: readonly (Partial<Told> & { account: string })[]): Promise<void> {
  const complete = persons.map((person): Told => ({ version: 1, active: true, systemAdministrator: false, importRights: [], email: `${person.account}@voorbeeld.nl`, ...person }));
  for (const person of complete) await subject.tell(PersonChanged, person);
  await eventually(async () => {
    const known = await subject.sql().all<{ account: string; version: number }>('SELECT account, version FROM person');
    return complete.every(({ account, version }) => known.some((one) => one.account === account && one.version >= version));
  });
}

/** Tells who manage an organisation, and waits until that is known. */
export async function tellOrganisation(subject: NotifierUnderTest, people: Partial<DataOf<typeof OrganisationPeopleChanged>>): Promise<void> {
  const told = { ...OrganisationPeopleChanged.example, ...people };
  await subject.tell(OrganisationPeopleChanged, told);
  await eventually(async () => (await subject.sql().all('SELECT FROM organisation_people WHERE gids_id = $1 AND version >= $2', [told.gidsId, told.version])).length > 0);
}
