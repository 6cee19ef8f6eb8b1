import { DeletionRequested, DuplicateReported, ImportRightChanged, OrganisationCopied, RunOverdue } from '@gids/contracts';
import { renderText } from '../messages/render-text.js';
import { Screens } from '../messages/screens.js';
import type { Letter } from '../messages/letter.js';
import { defaultPreference } from '../preferences/preference.js';
import type { Address } from '../recipients/address.js';
import type { Contacts } from '../recipients/contacts.js';
import { copiedLetters } from './copied-letters.js';
import { deletionLetters } from './deletion-letters.js';
import { importRightLetters } from './import-right-letters.js';
import { overdueLetters } from './overdue-letters.js';
import { reportedLetters } from './reported-letters.js';

const person = (account: string, more = {}) => ({ account, version: 1, email: `${account}@voorbeeld.nl`, active: true, systemAdministrator: false, importRights: [], ...more });
const contacts: Contacts = {
  persons: [person('m.devries'), person('beheerder', { systemAdministrator: true }), person('k.smit', { importRights: ['duo'] }), person('j.bakker')],
  organisations: new Map(),
  book: { managers: new Map(), administrator: 'beheer@voorbeeld.nl' as Address, reports: 'gids@kb.nl' as Address },
};
const nobody: Contacts = { ...contacts, persons: [] };
const screens = new Screens('https://import.voorbeeld.nl');
const keys = (letters: Letter[]) => letters.map(({ reader }) => reader.key);
const textOf = ([letter]: Letter[]) => (letter ? renderText(letter.view, { sentences: [], links: [] }) : '');

describe('what is told at once (REQUIREMENTS §6 M7–M9, SCREENS §6 M5, M10, M11, M13)', () => {
  it('R79 an importrecht that is given or taken: to the person himself', () => {
    const given = importRightLetters('a', ImportRightChanged.example, contacts, screens);
    expect(keys(given)).toEqual(['account:m.devries']);
    expect(given[0]?.view.subject).toBe('U heeft importrecht gekregen voor DUO');
    expect(importRightLetters('a', { ...ImportRightChanged.example, granted: false }, contacts, screens)[0]?.view.subject).toBe('Uw importrecht voor DUO is ingetrokken');
    expect(importRightLetters('a', ImportRightChanged.example, nobody, screens)).toEqual([]);
  });

  it('R62 R63 a copy: to its account manager, its editors and who made it, each once', () => {
    const copied = { ...OrganisationCopied.example, editors: ['j.bakker', 'm.devries'], visible: false, errors: ['Postcode ontbreekt.', 'Plaats ontbreekt.'] };
    const letters = copiedLetters('a', copied, contacts, screens);
    expect(keys(letters).sort()).toEqual(['account:beheerder', 'account:j.bakker', 'account:m.devries']);
    expect(letters[0]?.view.subject).toBe('Beheer overgedragen: De Regenboog (niet zichtbaar: 2 validatiefouten)');
    expect(textOf(letters)).toContain('- Postcode ontbreekt.');
  });

  it('a copy whose account manager nobody knows: to the systeembeheerders', () => {
    expect(keys(copiedLetters('a', OrganisationCopied.example, nobody, screens))).toEqual(['beheer@voorbeeld.nl']);
  });

  it('R77 a reported problem: to the configured address and the import managers', () => {
    const letters = reportedLetters('a', DuplicateReported.example, contacts, defaultPreference, screens);
    expect(keys(letters)).toEqual(['account:k.smit', 'gids@kb.nl']);
    expect(letters[0]?.view.subject).toBe('Dubbele gemeld: De Regenboog (G!DS 884213)');
    expect(textOf(letters)).toContain('Opmerking: Deze school staat er al.');
  });

  it('R77 a manager may switch the mail of reports off, the configured address not', () => {
    const off = (reader: string, importId: string) => ({ ...defaultPreference(reader, importId), problemReports: false });
    expect(reportedLetters('a', DuplicateReported.example, contacts, off, screens).map(({ mail }) => mail)).toEqual([false, true]);
  });

  it('R50 a request to delete: to the account manager, unless he asks it himself', () => {
    const letters = deletionLetters('a', DeletionRequested.example, contacts, screens);
    expect(keys(letters)).toEqual(['account:m.devries']);
    expect(textOf(letters)).toContain('Reden: De import is vollediger.');
    expect(deletionLetters('a', { ...DeletionRequested.example, by: 'm.devries' }, contacts, screens)).toEqual([]);
    expect(keys(deletionLetters('a', DeletionRequested.example, nobody, screens))).toEqual(['beheer@voorbeeld.nl']);
  });

  it('a source that is late: to the systeembeheerders', () => {
    const letters = overdueLetters('a', RunOverdue.example, contacts, screens);
    expect(keys(letters)).toEqual(['account:beheerder', 'beheer@voorbeeld.nl']);
    expect(letters[0]?.view.subject).toBe('DUO PO is te laat: verwacht 6 december 2026 om 06:00');
  });
});
