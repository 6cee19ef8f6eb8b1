import type { DeliveryStateCode, MailDeliveryView, MessageKind, PayloadOf, ListDeliveries } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../messages/iso.js';
import type { DeliveryState } from './delivery.js';

interface Row {
  readonly id: string;
  readonly kind: MessageKind;
  readonly subject: string;
  readonly address: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: string | null;
  readonly detail: string | null;
  readonly writtenAt: string;
  readonly changedAt: string;
  readonly decidedBy: string | null;
}

const select = `SELECT id, kind, subject, address, state, attempts, due_at AS "dueAt", detail, created_at AS "writtenAt",
  changed_at AS "changedAt", decided_by AS "decidedBy" FROM delivery JOIN message ON id = message_id`;

/** @returns one page of deliveries in these states, all where none is named; the last change first */
export async function listDeliveries(sql: Sql, { page, pageSize, states }: PayloadOf<typeof ListDeliveries>) {
  const wanted = states?.map((state) => state.toLowerCase()) ?? null;
  const rows = await sql.all<Row>(
    `${select} WHERE $1::text[] IS NULL OR state = ANY ($1) ORDER BY changed_at DESC, id LIMIT $2 OFFSET $3`,
    [wanted, pageSize, (page - 1) * pageSize],
  );
  const [count] = await sql.all<{ total: number }>('SELECT count(*)::int AS total FROM delivery WHERE $1::text[] IS NULL OR state = ANY ($1)', [wanted]);
  return { items: rows.map(toView), total: count?.total ?? 0 };
}

/** @returns the delivery of a message; undefined where it never went by mail */
export async function findDelivery(sql: Sql, id: string): Promise<MailDeliveryView | undefined> {
  const [row] = await sql.all<Row>(`${select} WHERE id = $1`, [id]);
  return row && toView(row);
}

function toView({ state, dueAt, detail, writtenAt, changedAt, decidedBy, ...row }: Row): MailDeliveryView {
  return {
    ...row,
    state: state.toUpperCase() as DeliveryStateCode,
    writtenAt: iso(writtenAt),
    changedAt: iso(changedAt),
    ...(dueAt !== null && { dueAt: iso(dueAt) }),
    ...(detail !== null && { detail }),
    ...(decidedBy !== null && { decidedBy }),
  };
}
