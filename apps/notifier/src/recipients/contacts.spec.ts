import type { Person } from '../people/person.js';
import type { Address } from './address.js';
import { administrators, editors, importManagers, personsOf, type Contacts } from './contacts.js';

const person = (account: string, more: Partial<Person> = {}): Person => ({
  account, version: 1, email: `${account}@voorbeeld.nl`, active: true, systemAdministrator: false, importRights: [], ...more,
});
const withoutMail = (one: Person): Person => {
  const { email, ...rest } = one;
  return email === undefined ? one : rest;
};
const contacts = (persons: Person[], managers: Record<string, string[]> = {}, organisations: Contacts['organisations'] = new Map()): Contacts => ({
  persons,
  organisations,
  book: { managers: new Map(Object.entries(managers as Record<string, Address[]>)), administrator: 'beheer@voorbeeld.nl' as Address, reports: 'gids@kb.nl' as Address },
});
const keys = (readers: { key: string }[]) => readers.map(({ key }) => key);
const organisation = (accountManager: string | undefined, ...names: string[]) =>
  new Map([[1, { gidsId: 1, version: 1, name: 'De Regenboog', editors: names, ...(accountManager !== undefined && { accountManager }) }]]);

describe('the import managers of an import (R74, REQUIREMENTS §6 M1)', () => {
  it('are who has the importrecht of that import, and the addresses that are set for it', () => {
    const all = contacts([person('els', { importRights: ['duo'] }), person('piet', { importRights: ['lrk'] })], { duo: ['jan@voorbeeld.nl'], '*': ['an@voorbeeld.nl'], lrk: ['no@voorbeeld.nl'] });
    expect(keys(importManagers('duo', 'DUO', all))).toEqual(['account:els', 'jan@voorbeeld.nl', 'an@voorbeeld.nl']);
  });

  it('are never nobody: without them it goes to the systeembeheerders', () => {
    expect(keys(importManagers('duo', 'DUO', contacts([person('root', { systemAdministrator: true })])))).toEqual(['account:root', 'beheer@voorbeeld.nl']);
  });

  it('who have no e-mail find it in the inbox, and the systeembeheerders get the mail', () => {
    const readers = importManagers('duo', 'DUO', contacts([withoutMail(person('els', { importRights: ['duo'] }))]));
    expect(readers).toMatchObject([{ key: 'account:els' }, { key: 'beheer@voorbeeld.nl' }]);
    expect(readers[0]?.address).toBeUndefined();
  });

  it('are told once, also where an address in the settings is that of one of them, however it is written', () => {
    const all = contacts([person('jan', { importRights: ['duo'] })], { duo: ['JAN@voorbeeld.nl'], '*': ['Jan@voorbeeld.nl'] });
    expect(keys(importManagers('duo', 'DUO', all))).toEqual(['account:jan']);
  });

  it('with an e-mail that could send the mail elsewhere are as without (RELIABILITY §0 fact 11)', () => {
    const [reader] = importManagers('duo', 'DUO', contacts([person('els', { email: 'a@x.nl, evil@y.nl', importRights: ['duo'] })]));
    expect(reader).toEqual({ key: 'account:els', because: 'u importbeheerder bent van DUO' });
  });
});

describe('the people of an organisation (R75, A8)', () => {
  const people = [person('e1'), person('e2'), person('am'), person('root', { systemAdministrator: true })];

  it('are all its editors', () => {
    expect(keys(editors(1, 'De Regenboog', contacts(people, {}, organisation('am', 'e1', 'e2'))))).toEqual(['account:e1', 'account:e2']);
  });

  it.each([
    ['without editors: the account manager', organisation('am'), ['account:am']],
    ['with editors who are blocked: the account manager', organisation('am', 'weg'), ['account:am']],
    ['without anybody: the systeembeheerders', organisation('weg', 'ook-weg'), ['account:root', 'beheer@voorbeeld.nl']],
    ['that nobody told of: the systeembeheerders', new Map(), ['account:root', 'beheer@voorbeeld.nl']],
  ])('%s', (_name, organisations, wanted) => {
    expect(keys(editors(1, 'De Regenboog', contacts(people, {}, organisations)))).toEqual(wanted);
  });
});

it('a person is found once by several roles, and an unknown one not at all', () => {
  expect(keys(personsOf(['am', 'am', 'niemand'], 'u dit bent', contacts([person('am')])))).toEqual(['account:am']);
});

it('the systeembeheerders are told with the address that is set for them', () => {
  expect(keys(administrators(contacts([person('root', { systemAdministrator: true }), person('els')])))).toEqual(['account:root', 'beheer@voorbeeld.nl']);
});
