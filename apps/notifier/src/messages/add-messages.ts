import type { Sql } from '@gids/persistence';
import { messageIdOf, type Message } from './message.js';

/**
 * Stores messages and puts each on its way, in the transaction of what they tell of. A message that is there
 * already, because its event came twice, stays as it is.
 * @returns how many were new
 */
export async function addMessages(sql: Sql, messages: readonly Message[], now: Date): Promise<number> {
  const rows = messages.map((message) => ({ ...message, id: messageIdOf(message) }));
  return sql.run(
    `WITH new_message AS (
       INSERT INTO message (id, kind, run_id, recipient, thread, subject, text, html, created_at)
       SELECT id, kind, "runId", recipient, thread, subject, text, html, $2
       FROM jsonb_to_recordset($1::jsonb)
         AS given (id text, kind text, "runId" uuid, recipient text, thread text, subject text, text text, html text)
       ORDER BY id
       ON CONFLICT DO NOTHING
       RETURNING id)
     INSERT INTO delivery (message_id, state, attempts, due_at, changed_at)
     SELECT id, 'pending', 0, $2, $2 FROM new_message`,
    [JSON.stringify(rows), now],
  );
}
