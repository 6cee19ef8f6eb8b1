import type { DeliveryView, OpenDelivery, PayloadOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Source } from '@gids/sources';

/** A delivery as it stands in the database. */
export interface DeliveryRow {
  readonly id: string;
  readonly source_id: string;
  readonly full_run: boolean;
  readonly requested_by: string;
  readonly opened_at: string;
  readonly records: number;
  readonly parts: number;
  readonly run_id: string | null;
}

/** A delivery that nobody went on with for so long is forgotten, with all that it brought. */
const longestPause = '1 day';

/** Opens a delivery, unless it is there, and forgets those of the source that were left. */
export async function openDelivery(sql: Sql, { id, sourceId, full, requestedBy }: PayloadOf<typeof OpenDelivery>): Promise<DeliveryRow> {
  await sql.run('DELETE FROM delivery_part USING delivery WHERE id = delivery_id AND source_id = $1 AND touched_at < now() - $2::interval', [sourceId, longestPause]);
  await sql.run('DELETE FROM delivery WHERE source_id = $1 AND touched_at < now() - $2::interval AND id <> $3', [sourceId, longestPause, id]);
  await sql.run('INSERT INTO delivery (id, source_id, full_run, requested_by, opened_at, touched_at) VALUES ($1, $2, $3, $4, now(), now()) ON CONFLICT (id) DO NOTHING', [
    id,
    sourceId,
    full,
    requestedBy,
  ]);
  const opened = await lockDelivery(sql, id);
  if (!opened) throw new Error(`Delivery ${id} was not stored`);
  return opened;
}

export async function findDelivery(sql: Sql, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await sql.all<DeliveryRow>('SELECT * FROM delivery WHERE id = $1', [id]);
  return row;
}

/** Finds a delivery and keeps others from changing it until the transaction ends. */
export async function lockDelivery(sql: Sql, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await sql.all<DeliveryRow>('SELECT * FROM delivery WHERE id = $1 FOR UPDATE', [id]);
  return row;
}

/** @returns whether a part is there already, and with these lines or others */
export async function findDeliveredPart(sql: Sql, id: string, part: number, lines: string): Promise<'absent' | 'same' | 'different'> {
  const [found] = await sql.all<{ same: boolean }>('SELECT lines = $3 AS same FROM delivery_part WHERE delivery_id = $1 AND part = $2', [id, part, lines]);
  if (!found) return 'absent';
  return found.same ? 'same' : 'different';
}

export async function addPart(sql: Sql, id: string, part: number, lines: string, records: number): Promise<void> {
  await sql.run('INSERT INTO delivery_part (delivery_id, part, lines, records) VALUES ($1, $2, $3, $4)', [id, part, lines, records]);
  await sql.run('UPDATE delivery SET records = records + $2, parts = parts + 1, touched_at = now() WHERE id = $1', [id, records]);
}

/** The lines of a delivery, part after part; memory holds one part at a time. */
export async function* deliveredLines(sql: Sql, id: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const [part] = await sql.all<{ part: number; lines: string }>('SELECT part, lines FROM delivery_part WHERE delivery_id = $1 AND part > $2 ORDER BY part LIMIT 1', [id, after]);
    if (!part) return;
    after = part.part;
    yield part.lines;
  }
}

/** A delivery has become a run: its parts are in the file of that. */
export async function deliveryIsRun(sql: Sql, id: string, runId: string): Promise<void> {
  await sql.run('DELETE FROM delivery_part WHERE delivery_id = $1', [id]);
  await sql.run('UPDATE delivery SET run_id = $2, touched_at = now() WHERE id = $1', [id, runId]);
}

export function deliveryView(row: DeliveryRow, { importId }: Source): DeliveryView {
  const { id, source_id: sourceId, full_run: full, requested_by: requestedBy, opened_at, parts, records, run_id } = row;
  return { id, sourceId, importId, full, requestedBy, openedAt: new Date(opened_at).toISOString(), parts, records, ...(run_id !== null && { runId: run_id }) };
}
