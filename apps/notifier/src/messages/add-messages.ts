import type { Sql } from '@gids/persistence';
import { messageIdOf, type Message } from './message.js';

/**
 * Stores messages and puts those with an address on their way, in the transaction of what they tell of. A message that
 * is there already, because its event came twice, stays as it is.
 * @returns the ids of the mails that are new
 */
export async function addMessages(sql: Sql, messages: readonly Message[], now: Date): Promise<string[]> {
  const rows = messages.map((message) => ({ ...message, id: messageIdOf(message) }));
  const mails = await sql.all<{ id: string }>(
    `WITH new_message AS (
       INSERT INTO message (id, kind, about, reader, address, import_id, thread, subject, text, html, attachment, unsubscribe_token, topics, created_at)
       SELECT id, kind, about, reader, address, "importId", thread, subject, text, html, attachment, "unsubscribeToken", topics, $2
       FROM jsonb_to_recordset($1::jsonb)
         AS given (id text, kind text, about text, reader text, address text, "importId" text, thread text, subject text, text text,
           html text, attachment text, "unsubscribeToken" text, topics jsonb)
       ORDER BY id
       ON CONFLICT DO NOTHING
       RETURNING id, address)
     INSERT INTO delivery (message_id, state, attempts, since, due_at, changed_at)
     SELECT id, 'pending', 0, $2, $2, $2 FROM new_message WHERE address IS NOT NULL
     RETURNING message_id AS id`,
    [JSON.stringify(rows), now],
  );
  return mails.map(({ id }) => id);
}
