import type { DeadLetterView } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { v7 as uuidv7 } from 'uuid';
import type { WireMessage } from '../bus.js';

/** Why a message was set aside. */
export type DeadLetterReason = 'malformed' | 'unknownType' | 'invalid' | 'failed' | 'crashed' | 'exhausted';

/** A message, or one event of a frame, that could not be processed. */
export interface SetAside {
  readonly queue: string;
  readonly message: WireMessage;
  readonly subject?: string | undefined;
  readonly reason: DeadLetterReason;
  readonly error: string;
  readonly attempts: number;
}

const longestError = 4_000;

/**
 * Stores a dead letter; one that comes back after a redrive is opened again.
 * @returns whether it is new
 */
export async function storeDeadLetter(sql: Sql, letter: SetAside): Promise<boolean> {
  const { queue, message, subject, reason, error, attempts } = letter;
  const [stored] = await sql.all<{ isNew: boolean }>(
    `INSERT INTO dead_letter (id, queue, message_id, event_type, run_id, subject, reason, error, attempts, headers, payload)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (queue, message_id) DO UPDATE
       SET state = 'OPEN', reason = excluded.reason, error = excluded.error, attempts = dead_letter.attempts + excluded.attempts
     RETURNING xmax = 0 AS "isNew"`,
    [
      uuidv7(),
      queue,
      message.id,
      message.type,
      message.headers.runid ?? null,
      subject === undefined ? null : withoutNul(subject),
      reason,
      withoutNul(error).slice(0, longestError),
      attempts,
      JSON.stringify(message.headers),
      message.body,
    ],
  );
  return stored?.isNew ?? false;
}

/** PostgreSQL keeps no NUL in text; what a stranger sent must still be kept. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}

export interface DeadLetterFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly state?: DeadLetterView['state'] | undefined;
  readonly id?: string | undefined;
}

type DeadLetterRow = DeadLetterView & { payload: Buffer | null };

/** @returns a page of dead letters, newest first; the payload only where one is asked for by id. */
export async function listDeadLetters(sql: Sql, filter: DeadLetterFilter) {
  const where = 'WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id = $2)';
  const parameters = [filter.state ?? null, filter.id ?? null];
  const rows = await sql.all<DeadLetterRow>(
    `SELECT id, queue, message_id AS "messageId", event_type AS "eventType", run_id AS "runId", subject, reason, error,
            attempts, state, redrives, CASE WHEN $2::uuid IS NOT NULL THEN payload END AS payload,
            to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
     FROM dead_letter ${where} ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4`,
    [...parameters, filter.pageSize, (filter.page - 1) * filter.pageSize],
  );
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM dead_letter ${where}`, parameters);
  return { items: rows.map(viewOf), total: count?.total ?? 0 };
}

function viewOf({ payload, runId, subject, ...row }: DeadLetterRow) {
  return {
    ...row,
    ...(runId && { runId }),
    ...(subject && { subject }),
    ...(payload && { payload: payload.toString('utf8') }),
  };
}

/** How many wait for a person. */
export async function countOpenDeadLetters(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ open: number }>("SELECT count(*)::int AS open FROM dead_letter WHERE state = 'OPEN'");
  return row?.open ?? 0;
}

/**
 * Puts open dead letters back into their queue, with the ids they had, through the outbox.
 * @param ids all open ones when undefined
 * @returns how many were put back
 */
export async function redriveDeadLetters(sql: Sql, ids: readonly string[] | undefined): Promise<number> {
  return sql.run(
    `WITH redriven AS (
       UPDATE dead_letter SET state = 'REDRIVEN', redrives = redrives + 1, redriven_at = now()
       WHERE state = 'OPEN' AND ($1::uuid[] IS NULL OR id = ANY($1::uuid[]))
       RETURNING id, queue, message_id, event_type, headers, payload
     ), opened AS (
       UPDATE inbox SET state = 'trying', attempts = 0 FROM redriven WHERE inbox.message_id = redriven.message_id AND inbox.state = 'dead'
     )
     INSERT INTO outbox (message_id, type, target_queue, headers, body)
     SELECT message_id, event_type, queue, (headers::jsonb || '{"attempt":0}')::text, payload FROM redriven ORDER BY id`,
    [ids ?? null],
  );
}
