import type { MessagePreference } from '@gids/contracts';
import { readerKey } from '../recipients/reader.js';

/** What a reader chose about an import, or else its default. */
export type PreferenceOf = (reader: string, importId: string) => MessagePreference;

/** What a person is mailed until he chooses otherwise (SCREENS §6). */
const ofPerson: Omit<MessagePreference, 'importId'> = {
  runReport: 'WHEN_TO_DO',
  linkedChanges: true,
  productChanges: true,
  problemReports: true,
  weeklyReminder: false,
};

/** An address is set to follow an import: it gets the report of every run. */
const ofMailbox: Omit<MessagePreference, 'importId'> = { ...ofPerson, runReport: 'EVERY_RUN' };

/** @returns what a reader is mailed about an import of which he never chose anything */
export function defaultPreference(reader: string, importId: string): MessagePreference {
  return { importId, ...(reader.startsWith(readerKey('')) ? ofPerson : ofMailbox) };
}

/** A choice as it is stored. */
export interface StoredPreference extends MessagePreference {
  readonly reader: string;
}

/** @returns what each reader chose, with the defaults for who did not choose */
export function preferencesOf(stored: readonly StoredPreference[]): PreferenceOf {
  const chosen = new Map(stored.map(({ reader, ...preference }) => [JSON.stringify([reader, preference.importId]), preference]));
  return (reader, importId) => chosen.get(JSON.stringify([reader, importId])) ?? defaultPreference(reader, importId);
}
