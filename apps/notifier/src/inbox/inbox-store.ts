import type { InboxMessage, InboxMessageDetail, MessageKind, PayloadOf, ListMessages } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../messages/iso.js';

interface Row {
  readonly id: string;
  readonly kind: MessageKind;
  readonly importId: string | null;
  readonly subject: string;
  readonly writtenAt: string;
  readonly readAt: string | null;
}

const columns = 'id, kind, import_id AS "importId", subject, created_at AS "writtenAt", read_at AS "readAt"';

/** @returns one page of the messages of a reader, newest first, with how many he has not read */
export async function listMessages(sql: Sql, reader: string, { page, pageSize, read }: PayloadOf<typeof ListMessages>) {
  const rows = await sql.all<Row>(
    `SELECT ${columns} FROM message WHERE reader = $1 AND ($2::boolean IS NULL OR (read_at IS NOT NULL) = $2)
     ORDER BY created_at DESC, id LIMIT $3 OFFSET $4`,
    [reader, read ?? null, pageSize, (page - 1) * pageSize],
  );
  const [counts] = await sql.all<{ total: number; unread: number }>(
    `SELECT count(*) FILTER (WHERE $2::boolean IS NULL OR (read_at IS NOT NULL) = $2)::int AS total,
       count(*) FILTER (WHERE read_at IS NULL)::int AS unread FROM message WHERE reader = $1`,
    [reader, read ?? null],
  );
  return { items: rows.map(toInboxMessage), total: counts?.total ?? 0, unread: counts?.unread ?? 0 };
}

/** @returns a message of this reader; undefined where he has none by this id */
export async function findMessage(sql: Sql, reader: string, id: string): Promise<InboxMessageDetail | undefined> {
  const [row] = await sql.all<Row & { text: string }>(`SELECT ${columns}, text FROM message WHERE id = $1 AND reader = $2`, [id, reader]);
  return row && { ...toInboxMessage(row), text: row.text };
}

/** @returns the message as it became; undefined where the reader has none by this id */
export async function markRead(sql: Sql, reader: string, id: string, readAt: Date | null): Promise<InboxMessage | undefined> {
  const [row] = await sql.all<Row>(
    `UPDATE message SET read_at = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE coalesce(read_at, $3) END
     WHERE id = $1 AND reader = $2 RETURNING ${columns}`,
    [id, reader, readAt],
  );
  return row && toInboxMessage(row);
}

function toInboxMessage({ id, kind, importId, subject, writtenAt, readAt }: Row): InboxMessage {
  return {
    id,
    kind,
    subject,
    writtenAt: iso(writtenAt),
    ...(importId !== null && { importId }),
    ...(readAt !== null && { readAt: iso(readAt) }),
  };
}
