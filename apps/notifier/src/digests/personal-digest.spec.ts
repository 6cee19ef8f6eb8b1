import { LinkedRecordChanged, NewDuplicatesFound, ProviderProductsChanged, RunCompleted, type MessagePreference } from '@gids/contracts';
import { defaultPreference, type PreferenceOf } from '../preferences/preference.js';
import type { Person } from '../people/person.js';
import type { Address } from '../recipients/address.js';
import type { Contacts } from '../recipients/contacts.js';
import type { DigestContent } from './digest-content.js';
import { personalDigests } from './personal-digest.js';

const person = (account: string, importRights: string[] = []): Person => ({ account, version: 1, email: `${account}@voorbeeld.nl`, active: true, systemAdministrator: false, importRights });
const { linkedOrganisationId } = LinkedRecordChanged.example;
const contacts: Contacts = {
  persons: [person('els', ['duo']), person('e1'), person('e2')],
  organisations: new Map([[linkedOrganisationId, { gidsId: linkedOrganisationId, version: 1, name: 'OBS De Regenboog', editors: ['e1', 'e2', 'els'] }]]),
  book: { managers: new Map([['duo', ['duo@voorbeeld.nl' as Address]]]), administrator: 'beheer@voorbeeld.nl' as Address, reports: 'gids@kb.nl' as Address },
};
const content = (more: Partial<DigestContent> = {}): DigestContent => ({
  importId: 'duo', sourceId: 'duo-po', run: { runId: 'r', data: RunCompleted.example }, duplicates: [], signals: [], linked: [], products: [], ...more,
});
const duplicates = [NewDuplicatesFound.example];
const linked = [LinkedRecordChanged.example];
const choosing = (chosen: Partial<MessagePreference> = {}): PreferenceOf => (reader, importId) => ({ ...defaultPreference(reader, importId), ...(reader === 'account:els' && chosen) });
const told = (more: Partial<DigestContent>, chosen?: Partial<MessagePreference>) =>
  personalDigests(content(more), {}, contacts, choosing(chosen)).map(({ reader, mail, topics }) => [reader.key, mail, topics]);

describe('who is told what of a run (REQUIREMENTS §6, SCREENS §6)', () => {
  it('R74 each import manager hears of new duplicates, once', () => {
    expect(told({ duplicates })).toEqual([['account:els', true, ['runReport']], ['duo@voorbeeld.nl', true, ['runReport']]]);
  });

  it('nothing to do is no message to a person, and still one to an address that is set to follow the import', () => {
    expect(told({})).toEqual([['duo@voorbeeld.nl', true, ['runReport']]]);
  });

  it.each<[string, MessagePreference['runReport'], Partial<DigestContent>, unknown]>([
    ['after every run, with nothing to do', 'EVERY_RUN', {}, ['account:els', true, ['runReport']]],
    ['never: the inbox still holds what there is to do', 'NEVER', { duplicates }, ['account:els', false, ['runReport']]],
    ['never, with nothing to do', 'NEVER', {}, undefined],
  ])('SCREENS 3.13 a manager who wants the report %s', (_name, runReport, more, wanted) => {
    expect(told(more, { runReport }).find(([key]) => key === 'account:els')).toEqual(wanted);
  });

  it('R75 each editor of a linked organisation hears of its changes, and nothing of the import', () => {
    const digests = personalDigests(content({ duplicates, linked }), {}, contacts, choosing());
    expect(digests.find(({ reader }) => reader.key === 'account:e1')).toMatchObject({ asManager: false, topics: ['linkedChanges'], content: { linked, duplicates: [] } });
    expect(digests.find(({ reader }) => reader.key === 'account:e1')?.content.run).toBeUndefined();
  });

  it('SCREENS 6 who is both manager and editor gets one message with both', () => {
    const digests = personalDigests(content({ duplicates, linked }), {}, contacts, choosing());
    expect(digests.filter(({ reader }) => reader.key === 'account:els')).toMatchObject([{ asManager: true, topics: ['runReport', 'linkedChanges'], content: { linked, duplicates } }]);
  });

  it('R75 an editor with e-mail off still finds it in the inbox', () => {
    expect(told({ linked }, { linkedChanges: false }).find(([key]) => key === 'account:els')).toEqual(['account:els', false, ['linkedChanges']]);
  });

  it('R76 R95 products are told to the editors, apart from other changes', () => {
    const products = [{ ...ProviderProductsChanged.example, linkedOrganisationId }];
    expect(told({ products }).filter(([key]) => key === 'account:e2')).toEqual([['account:e2', true, ['productChanges']]]);
  });
});
