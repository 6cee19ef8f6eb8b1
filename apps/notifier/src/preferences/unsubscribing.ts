import type { MessagePreference, MessageTopic } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { preferencesOf } from './preference.js';
import { keepPreferences, readPreferencesOfReader } from './preference-store.js';

/** What the link in a mail is for. */
export interface Subscription {
  readonly reader: string;
  readonly importId: string;
  readonly topics: MessageTopic[];
}

/** @returns what a link switches off; undefined for one that we never sent, or longer than a year ago */
export async function findSubscription(sql: Sql, token: string): Promise<Subscription | undefined> {
  const [row] = await sql.all<Subscription>(
    'SELECT reader, import_id AS "importId", topics FROM message WHERE unsubscribe_token = $1 AND import_id IS NOT NULL',
    [token],
  );
  return row;
}

/** Switches the mail off, for this reader, import and kind; the inbox keeps getting it. */
export async function unsubscribe(sql: Sql, { reader, importId, topics }: Subscription): Promise<void> {
  const before = preferencesOf(await readPreferencesOfReader(sql, reader))(reader, importId);
  await keepPreferences(sql, [{ reader, ...topics.reduce(withoutTopic, before) }]);
}

function withoutTopic(preference: MessagePreference, topic: MessageTopic): MessagePreference {
  return { ...preference, [topic]: topic === 'runReport' ? 'NEVER' : false };
}
