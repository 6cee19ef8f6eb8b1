import { defaultPreference } from '../preferences/preference.js';
import { Screens } from '../messages/screens.js';
import type { Address } from '../recipients/address.js';
import type { Contacts } from '../recipients/contacts.js';
import { reminderLetters } from './reminder-letters.js';
import { reminderWeek } from './week.js';

const person = (account: string) => ({ account, version: 1, email: `${account}@voorbeeld.nl`, active: true, systemAdministrator: false, importRights: ['duo'] });
const contacts: Contacts = {
  persons: [person('els'), person('piet')],
  organisations: new Map(),
  book: { managers: new Map(), administrator: 'beheer@voorbeeld.nl' as Address, reports: 'gids@kb.nl' as Address },
};
const letters = (total: number, judged: number) =>
  reminderLetters('2026-08-03', { importId: 'duo', total, judged }, contacts, (reader, importId) => ({ ...defaultPreference(reader, importId), weeklyReminder: reader === 'account:els' }), new Screens(''));

describe('the weekly reminder (SCREENS §6 M12)', () => {
  it('goes to who asked for it, with how far it is', () => {
    expect(letters(342, 214).map(({ reader, view }) => [reader.key, view.subject])).toEqual([['account:els', 'DUO: nog 128 van 342 te beoordelen']]);
  });

  it('is not sent when everything is judged', () => {
    expect(letters(342, 342)).toEqual([]);
    expect(letters(0, 0)).toEqual([]);
  });

  it.each([
    ['2026-08-03T04:59:00.000Z', undefined],
    ['2026-08-03T05:00:00.000Z', '2026-08-03'],
    ['2026-08-03T21:59:00.000Z', '2026-08-03'],
    ['2026-08-03T22:00:00.000Z', undefined],
    ['2026-08-06T12:00:00.000Z', undefined],
  ])('is due on Mondays from seven in the morning, Dutch time: %s', (now, week) => {
    expect(reminderWeek(new Date(now))).toBe(week);
  });
});
