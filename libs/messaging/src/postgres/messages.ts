import type { Pool } from 'pg';
import { UnroutableError, type Delivery, type MessageHeaders, type WireMessage } from '../bus.js';
import { busSchema } from './schema.js';

/** A message that a session has claimed. */
export interface ClaimedMessage {
  readonly seq: string;
  readonly delivery: Delivery;
}

/** Channel on which a publish wakes the consumers of a queue. */
export const wakeChannel = 'gids_bus';

/** Copies a message into every bound queue. @throws UnroutableError where there is none */
export async function insertForType(pool: Pool, { id, type, headers, body }: WireMessage): Promise<void> {
  const { rows } = await pool.query<{ queue: string }>(
    `INSERT INTO ${busSchema}.message (queue, message_id, type, headers, body)
     SELECT queue, $2, $1, $3, $4 FROM ${busSchema}.binding WHERE type = $1 RETURNING queue`,
    [type, id, JSON.stringify(headers), body],
  );
  if (rows.length === 0) throw new UnroutableError(type);
  await notify(pool, rows.map((row) => row.queue));
}

export async function insertForQueue(pool: Pool, queue: string, { id, type, headers, body }: WireMessage): Promise<void> {
  await pool.query(`INSERT INTO ${busSchema}.message (queue, message_id, type, headers, body) VALUES ($1, $2, $3, $4, $5)`, [
    queue,
    id,
    type,
    JSON.stringify(headers),
    body,
  ]);
  await notify(pool, [queue]);
}

/** A wake-up that is lost costs one poll; a notify inside the insert would make all commits queue up. */
async function notify(pool: Pool, queues: readonly string[]): Promise<void> {
  await pool.query('SELECT pg_notify($1, queue) FROM unnest($2::text[]) AS queue', [wakeChannel, queues]);
}

interface MessageRow {
  seq: string;
  message_id: string;
  type: string;
  headers: MessageHeaders;
  body: Buffer;
  deliveries: number;
}

/**
 * Claims messages for a session. A claim lasts as long as the session's advisory lock: when its
 * connection dies, the messages are free at once, and known as handed out before.
 */
export async function claimMessages(pool: Pool, queue: string, session: number, limit: number): Promise<ClaimedMessage[]> {
  const { rows } = await pool.query<MessageRow>(
    `WITH living AS MATERIALIZED (
       SELECT objid::bigint AS session FROM pg_locks WHERE locktype = 'advisory' AND classid = ${lockClass} AND granted
     ), next AS MATERIALIZED (
       SELECT seq FROM ${busSchema}.message
       WHERE queue = $1 AND available_at <= now() AND (claimed_by IS NULL OR claimed_by NOT IN (SELECT session FROM living))
       ORDER BY seq LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     UPDATE ${busSchema}.message m SET claimed_by = $3, deliveries = deliveries + 1 FROM next WHERE m.seq = next.seq
     RETURNING m.seq, m.message_id, m.type, m.headers, m.body, m.deliveries`,
    [queue, limit, session],
  );
  return rows.sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq))).map(claimedMessage);
}

/** Removes a message that was handled; false where the claim was lost meanwhile. */
export async function removeMessage(pool: Pool, seq: string, session: number): Promise<void> {
  await pool.query(`DELETE FROM ${busSchema}.message WHERE seq = $1 AND claimed_by = $2`, [seq, session]);
}

/** Gives a message back, to be handed out after a delay; `fresh` forgets that it was handed out. */
export async function releaseMessage(pool: Pool, seq: string, session: number, later: { delay: number; headers: MessageHeaders; fresh: boolean }): Promise<void> {
  await pool.query(
    `UPDATE ${busSchema}.message SET claimed_by = NULL, available_at = now() + make_interval(secs => $3::float8 / 1000), headers = $4,
       deliveries = CASE WHEN $5 THEN 0 ELSE deliveries END
     WHERE seq = $1 AND claimed_by = $2`,
    [seq, session, later.delay, JSON.stringify(later.headers), later.fresh],
  );
}

export async function countMessages(pool: Pool, queue: string): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM ${busSchema}.message WHERE queue = $1 AND claimed_by IS NULL AND available_at <= now()`,
    [queue],
  );
  return rows[0]?.waiting ?? 0;
}

/** First half of the advisory locks of this bus. */
export const lockClass = 47_1001;

function claimedMessage(row: MessageRow): ClaimedMessage {
  const message = { id: row.message_id, type: row.type, headers: row.headers, body: row.body };
  return { seq: row.seq, delivery: { message, redelivered: row.deliveries > 1, givenUp: false } };
}
