import { RequestRefused, type ListPublicChanges, type OrganisationView, type PayloadOf, type PublicChange, type ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { iso } from '../queries/iso.js';

interface ChangeRow {
  gids_id: string;
  changed_in: string;
  changed_at: string;
  content: OrganisationView['organisation'] | null;
  source_id: string | null;
  organisation_changed_at: string | null;
}

/**
 * What changed of public organisations after a cursor, each as it is now: whole where it is visible, a tombstone where it
 * is not any more (R98). Only what transactions changed that had all ended, up to the first that has not: nothing comes
 * in before a cursor that was given out, however long a transaction takes.
 */
export async function listPublicChanges(sql: Sql, { after, limit }: PayloadOf<typeof ListPublicChanges>): Promise<ReplyOf<typeof ListPublicChanges>> {
  const from = after === undefined ? start : readCursor(after);
  const settled = await settledBefore(sql);
  const rows = await sql.all<ChangeRow>(
    `SELECT c.gids_id, c.changed_in::text AS changed_in, c.changed_at, o.content, o.source_id, o.changed_at AS organisation_changed_at
     FROM public_change c LEFT JOIN organisation o ON o.gids_id = c.gids_id AND o.visible
     WHERE (c.changed_in, c.gids_id) > ($1::text::xid8, $2::bigint) AND c.changed_in < $3::text::xid8
     ORDER BY c.changed_in, c.gids_id LIMIT $4`,
    [from.changedIn, from.gidsId, settled, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(changeOf), cursor: last ? `${last.changed_in}-${last.gids_id}` : (after ?? `${start.changedIn}-${start.gidsId}`), more: rows.length > limit };
}

/**
 * The number of the oldest transaction of this database that still runs; where none does, that of the next one. All with a
 * smaller number have ended, so that a statement after this one sees what they did. Other databases of the server do not
 * count: their transactions change nothing here, however long they take.
 */
async function settledBefore(sql: Sql): Promise<string> {
  const [row] = await sql.all<{ settled: string }>(
    `SELECT coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot()))::text AS settled
     FROM pg_snapshot_xip(pg_current_snapshot()) AS running
     JOIN pg_stat_activity a ON a.datname = current_database() AND a.backend_xid::text::bigint = running::text::bigint & 4294967295`,
  );
  if (!row) throw new Error('PostgreSQL tells no snapshot');
  return row.settled;
}

const start = { changedIn: '0', gidsId: '0' };

/** @throws RequestRefused where it is not one that was given out */
function readCursor(cursor: string): typeof start {
  const [, changedIn, gidsId] = /^([0-9]{1,19})-([0-9]{1,18})$/.exec(cursor) ?? [];
  if (changedIn === undefined || gidsId === undefined || BigInt(changedIn) > 2n ** 63n - 1n) {
    throw new RequestRefused({ kind: 'invalid', code: 'unknownCursor', message: 'Deze plaats in de wijzigingen is niet bekend. Begin opnieuw, zonder "vanaf".' });
  }
  return { changedIn, gidsId };
}

function changeOf(row: ChangeRow): PublicChange {
  const gidsId = Number(row.gids_id);
  if (row.content === null) return { gidsId, changedAt: iso(row.changed_at) };
  const organisation = { gidsId, organisation: row.content, changedAt: iso(row.organisation_changed_at ?? row.changed_at), ...(row.source_id !== null && { sourceId: row.source_id }) };
  return { gidsId, changedAt: iso(row.changed_at), organisation };
}
