import type { Sql } from '@gids/persistence';

/** `trying`: its effect is still to be made; `split`: is handled in parts; `dead`: set aside, until a redrive; `done`. */
export type InboxState = 'trying' | 'split' | 'dead' | 'done';

/** What a claim came to: the effect is ours to make, or the state that says why not. */
export type Claim = 'claimed' | Exclude<InboxState, 'trying'>;

/**
 * Claims a message for handling, in the transaction of its effect. Of two that claim the same message at
 * once, the second waits for the first to commit.
 */
export async function claimMessage(sql: Sql, messageId: string): Promise<Claim> {
  const claimed = await sql.run(
    `INSERT INTO inbox (message_id, state) VALUES ($1, 'done')
     ON CONFLICT (message_id) DO UPDATE SET state = 'done' WHERE inbox.state = 'trying'`,
    [messageId],
  );
  if (claimed > 0) return 'claimed';
  const [row] = await sql.all<{ state: Exclude<Claim, 'claimed'> }>('SELECT state FROM inbox WHERE message_id = $1', [messageId]);
  return row?.state ?? 'done';
}

/** Counts an attempt before it starts: only so is a message known that ends the process each time. */
export async function countAttempt(sql: Sql, messageId: string): Promise<{ attempts: number; state: InboxState }> {
  const [row] = await sql.all<{ attempts: number; state: InboxState }>(
    `INSERT INTO inbox (message_id, state, attempts) VALUES ($1, 'trying', 1)
     ON CONFLICT (message_id) DO UPDATE SET attempts = inbox.attempts + 1
     RETURNING attempts, state`,
    [messageId],
  );
  return row ?? { attempts: 1, state: 'trying' };
}

/**
 * Marks a message. One that is done stays done; one that was split stays split when it is set aside, so that a
 * redrive makes only the effects that are missing.
 * @returns whether its effect is still missing
 */
export async function markMessage(sql: Sql, messageId: string, state: InboxState): Promise<boolean> {
  const marked = await sql.run(
    `INSERT INTO inbox (message_id, state) VALUES ($1, $2)
     ON CONFLICT (message_id) DO UPDATE SET state = CASE WHEN inbox.state = 'split' AND $2 = 'dead' THEN inbox.state ELSE $2 END
       WHERE inbox.state <> 'done'`,
    [messageId, state],
  );
  return marked > 0;
}

/** Forgets what is older than any redrive could be. @returns how many entries went */
export async function forgetOldMessages(sql: Sql, olderThanDays: number): Promise<number> {
  return sql.run("DELETE FROM inbox WHERE received_at < now() - make_interval(days => $1)", [olderThanDays]);
}
