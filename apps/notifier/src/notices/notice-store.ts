import type { Sql } from '@gids/persistence';
import { dayOfTelling, nextDailyPlace, placeOf, type Place, type Timing } from './digest-plan.js';
import { noticeKeyOf, type NoticeKey } from './notice-key.js';
import type { Notice, NoticeData, NoticeKind } from './notice.js';

const dayMs = 24 * 60 * 60_000;

interface Placed extends NoticeKey {
  readonly notice: Notice;
  readonly place: Place;
}

/**
 * Keeps what there is to tell, in the transaction of the events that told of it. What was kept before, by the same
 * event or another one, is not kept again; what belongs to a digest that is closed goes into the next one of its day.
 */
export async function addNotices(sql: Sql, notices: readonly Notice[], timing: Timing): Promise<void> {
  const day = dayOfTelling(timing.now);
  const keyed = notices.map((notice) => {
    const key = noticeKeyOf(notice, day);
    return { notice, ...key, place: placeOf(notice, key, timing) };
  });
  const unknown = await withoutKnown(sql, keyed);
  for (const group of grouped(unknown)) await addTo(sql, group, timing);
}

async function withoutKnown(sql: Sql, placed: readonly Placed[]): Promise<Placed[]> {
  const known = await sql.all<{ position: number }>(
    `SELECT position::int FROM jsonb_to_recordset($1::jsonb) AS told (position int, origin text, kind text, key text)
     JOIN notice USING (origin, kind, key)`,
    [JSON.stringify(placed.map(({ origin, key, notice }, position) => ({ position, origin, kind: notice.kind, key })))],
  );
  const positions = new Set(known.map(({ position }) => position));
  return placed.filter((_, position) => !positions.has(position));
}

/** Per digest, in order of their ids: two frames that add to the same digests do not wait for each other in a circle. */
function grouped(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) groups.set(one.place.digestId, [...(groups.get(one.place.digestId) ?? []), one]);
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

async function addTo(sql: Sql, group: readonly Placed[], timing: Timing): Promise<void> {
  const [first] = group;
  if (!first) return;
  const digestId = await openDigest(sql, first, timing.now);
  await sql.run(
    `INSERT INTO notice (origin, kind, key, digest_id, data, run_id, event_id, told_at)
     SELECT origin, kind, key, $2, data, "runId", "eventId", $3
     FROM jsonb_to_recordset($1::jsonb) AS told (origin text, kind text, key text, data jsonb, "runId" uuid, "eventId" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(group.map(({ origin, key, notice }) => ({ origin, key, ...notice }))), digestId, timing.now],
  );
  if (digestId.startsWith('run:')) await putOff(sql, digestId, timing);
}

/** @returns the digest that is open for these notices; it stays open until this transaction has ended */
async function openDigest(sql: Sql, { place, notice }: Placed, now: Date): Promise<string> {
  const daily = [now, new Date(now.getTime() + dayMs)].map((moment) => nextDailyPlace(notice, moment));
  for (const { digestId, dueAt } of [place, ...daily]) {
    const open = await sql.all(
      `INSERT INTO digest (id, due_at) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id WHERE digest.closed_at IS NULL RETURNING id`,
      [digestId, dueAt],
    );
    if (open.length > 0) return digestId;
  }
  throw new Error(`Digest ${place.digestId} is closed, and so are those of the next days`);
}

/** A run that has ended is told of when nothing more of it has come in for a while. */
async function putOff(sql: Sql, digestId: string, { now, quietMs }: Timing): Promise<void> {
  await sql.run(
    `UPDATE digest SET due_at = $2 WHERE id = $1
     AND EXISTS (SELECT FROM notice WHERE digest_id = $1 AND kind = 'RUN_COMPLETED')`,
    [digestId, new Date(now.getTime() + quietMs)],
  );
}

/** A digest whose time has come, held for this transaction. */
export interface DueDigest {
  readonly id: string;
  readonly notices: readonly Notice[];
}

/** @returns the digest that has been due longest and that nobody else is closing; undefined where nothing is due */
export async function takeDueDigest(sql: Sql, now: Date): Promise<DueDigest | undefined> {
  const [due] = await sql.all<{ id: string }>(
    'SELECT id FROM digest WHERE closed_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED',
    [now],
  );
  if (!due) return undefined;
  const rows = await sql.all<Notice & { runId: string | null }>(
    `SELECT kind, data, event_id AS "eventId", run_id AS "runId" FROM notice WHERE digest_id = $1 ORDER BY told_at, kind, key`,
    [due.id],
  );
  return { id: due.id, notices: rows.map(({ runId, ...notice }) => ({ ...notice, ...(runId !== null && { runId }) }) as Notice) };
}

/** From now on nothing is added to a digest. */
export async function closeDigest(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.run('UPDATE digest SET closed_at = $2 WHERE id = $1', [id, now]);
}

/** Puts a digest that could not be told behind the others. */
export async function postponeDigest(sql: Sql, id: string, until: Date): Promise<void> {
  await sql.run('UPDATE digest SET due_at = $2 WHERE id = $1 AND closed_at IS NULL', [id, until]);
}

/** @returns what was told last of this kind about a source, in a digest that is closed */
export async function lastTold<Kind extends NoticeKind>(sql: Sql, kind: Kind, sourceId: string): Promise<NoticeData[Kind] | undefined> {
  const [last] = await sql.all<{ data: NoticeData[Kind] }>(
    `SELECT data FROM notice JOIN digest ON digest.id = notice.digest_id
     WHERE kind = $1 AND data ->> 'sourceId' = $2 AND closed_at IS NOT NULL ORDER BY told_at DESC LIMIT 1`,
    [kind, sourceId],
  );
  return last?.data;
}
