import type { Sql } from '@gids/persistence';
import type { MessageHeaders, WireMessage } from '../bus.js';

interface OutboxRow {
  seq: string;
  message_id: string;
  type: string;
  target_queue: string | null;
  headers: string;
  body: Buffer;
}

/** A frame that waits, with its place in the outbox. */
export interface WaitingFrame {
  readonly seq: string;
  readonly message: WireMessage;
  readonly targetQueue: string | undefined;
}

/** Stores frames in the transaction of the change that they tell of. */
export async function appendToOutbox(sql: Sql, messages: readonly WireMessage[], targetQueue?: string): Promise<void> {
  for (const { id, type, headers, body } of messages) {
    await sql.run('INSERT INTO outbox (message_id, type, target_queue, headers, body) VALUES ($1, $2, $3, $4, $5)', [
      id,
      type,
      targetQueue ?? null,
      JSON.stringify(headers),
      body,
    ]);
  }
}

/**
 * Claims the oldest frames that nobody else has claimed, for as long as the transaction lasts.
 * @param passedOver types, and queues of redrives, whose frames stay where they are
 */
export async function claimFrames(sql: Sql, limit: number, passedOver: readonly string[] = []): Promise<WaitingFrame[]> {
  const rows = await sql.all<OutboxRow>(
    `SELECT seq, message_id, type, target_queue, headers, body FROM outbox
     WHERE coalesce(target_queue, type) <> ALL($2::text[]) ORDER BY seq LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit, passedOver],
  );
  return rows.map((row) => ({
    seq: row.seq,
    targetQueue: row.target_queue ?? undefined,
    message: { id: row.message_id, type: row.type, headers: JSON.parse(row.headers) as MessageHeaders, body: row.body },
  }));
}

export async function removeFrames(sql: Sql, frames: readonly WaitingFrame[]): Promise<void> {
  await sql.run('DELETE FROM outbox WHERE seq = ANY($1::bigint[])', [frames.map((frame) => frame.seq)]);
}

/** @returns how many frames wait; the measure of back-pressure. */
export async function countWaitingFrames(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ waiting: number }>('SELECT count(*)::int AS waiting FROM outbox');
  return row?.waiting ?? 0;
}
