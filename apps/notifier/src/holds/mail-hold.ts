import { randomUUID } from 'node:crypto';
import type { Sql } from '@gids/persistence';

const hourMs = 60 * 60_000;

export interface MailLimit {
  /** Mails that may be written in an hour before they are held. */
  readonly perHour: number;
  readonly now: Date;
}

/** Mail that has just been held. */
export interface NewHold {
  readonly id: string;
  readonly held: number;
  readonly perHour: number;
}

/**
 * Holds new mail where more was written in the last hour than is usual: a mistake in a source or in this house must not
 * mail thousands of people (RELIABILITY D 60). What a person released does not count again.
 * @returns the hold where this opened one; undefined where nothing is held, or one was open already
 */
export async function holdIfTooMany(sql: Sql, mails: readonly string[], { perHour, now }: MailLimit): Promise<NewHold | undefined> {
  if (mails.length === 0) return undefined;
  // One at a time, so that two digests that are told at once are counted together.
  await sql.run("SELECT pg_advisory_xact_lock(hashtext('gids notifier mail hold'))");
  if ((await countRecent(sql, new Date(now.getTime() - hourMs))) <= perHour) return undefined;
  await sql.run("UPDATE delivery SET state = 'held', due_at = NULL, changed_at = $2 WHERE message_id = ANY ($1::text[])", [mails, now]);
  const opened = await sql.all<{ id: string }>(
    'INSERT INTO mail_hold (id, opened_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM mail_hold WHERE released_at IS NULL) RETURNING id',
    [randomUUID(), now],
  );
  return opened[0] && { id: opened[0].id, held: mails.length, perHour };
}

async function countRecent(sql: Sql, since: Date): Promise<number> {
  const [row] = await sql.all<{ recent: number }>(
    `SELECT count(*)::int AS recent FROM message JOIN delivery ON message_id = id
     WHERE kind <> 'MAIL_HELD' AND created_at > greatest($1::timestamptz, (SELECT max(released_at) FROM mail_hold))`,
    [since],
  );
  return row?.recent ?? 0;
}

/**
 * Lets go what is held: it is sent as if it had just been written.
 * @returns how many mails
 */
export async function releaseHeld(sql: Sql, by: string, now: Date): Promise<number> {
  await sql.run('UPDATE mail_hold SET released_at = $2, released_by = $1 WHERE released_at IS NULL', [by, now]);
  return sql.run(
    "UPDATE delivery SET state = 'pending', since = $2, due_at = $2, changed_at = $2, decided_by = $1 WHERE state = 'held'",
    [by, now],
  );
}
