import { RequestRefused, type ChangeSchedule, type PayloadOf, type ScheduleView } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Source } from '@gids/sources';
import { addDays, localDate } from './local-moment.js';
import { nextMoment } from './next-moment.js';

/** A schedule as it stands in the database. */
export interface ScheduleRow {
  readonly source_id: string;
  readonly every_days: number;
  readonly time: string;
  readonly first_on: string;
  readonly active: boolean;
  readonly next_at: string;
  readonly expected_at: string | null;
  readonly started_at: string | null;
  readonly version: number;
}

const standardTime = '06:00';

/**
 * Gives a source that has no schedule yet the one of its manifest: a whole period after its last run, or after now where
 * it never ran, so that a new installation does not fetch everything at its first start.
 */
export async function makeSchedule(sql: Sql, source: Source, now: Date): Promise<void> {
  const [last] = await sql.all<{ started_at: string }>('SELECT started_at FROM run WHERE source_id = $1 ORDER BY number DESC LIMIT 1', [source.id]);
  const firstOn = addDays(localDate(last ? new Date(last.started_at) : now), source.scheduleDays);
  // What became due before there was a schedule is not missed: the first turn is still to come.
  const next = nextMoment({ firstOn, everyDays: source.scheduleDays, time: standardTime }, now);
  await sql.run(
    'INSERT INTO schedule (source_id, every_days, time, first_on, active, next_at) VALUES ($1, $2, $3, $4, true, $5) ON CONFLICT (source_id) DO NOTHING',
    [source.id, source.scheduleDays, standardTime, firstOn, next],
  );
}

export async function findSchedule(sql: Sql, sourceId: string): Promise<ScheduleRow | undefined> {
  const [row] = await sql.all<ScheduleRow>('SELECT * FROM schedule WHERE source_id = $1', [sourceId]);
  return row;
}

/** Changes a schedule; from here on its next turn follows from what it is then. */
export async function changeSchedule(sql: Sql, { sourceId, by, ...changes }: PayloadOf<typeof ChangeSchedule>, now: Date): Promise<void> {
  const [row] = await sql.all<ScheduleRow>('SELECT * FROM schedule WHERE source_id = $1 FOR UPDATE', [sourceId]);
  if (!row) throw new RequestRefused({ kind: 'notFound', code: 'unknownSource', message: `Er is geen bron "${sourceId}".` });
  const { firstOn = row.first_on, everyDays = row.every_days, time = row.time, active = row.active } = changes;
  await sql.run('UPDATE schedule SET first_on = $2, every_days = $3, time = $4, active = $5, next_at = $6, changed_by = $7, version = version + 1 WHERE source_id = $1', [
    sourceId,
    firstOn,
    everyDays,
    time,
    active,
    nextMoment({ firstOn, everyDays, time }, now),
    by,
  ]);
}

/** Takes one schedule whose turn has come, for the rest of the transaction; another replica takes another. */
export async function takeDueSchedule(sql: Sql, sourceIds: readonly string[], now: Date): Promise<ScheduleRow | undefined> {
  const [row] = await sql.all<ScheduleRow>(
    'SELECT * FROM schedule WHERE active AND next_at <= $2 AND source_id = ANY($1::text[]) ORDER BY next_at, source_id LIMIT 1 FOR UPDATE SKIP LOCKED',
    [sourceIds, now],
  );
  return row;
}

/** The turn is taken, however many were missed before it: the next one is still to come. */
export async function turnTaken(sql: Sql, { source_id, first_on: firstOn, every_days: everyDays, time, next_at }: ScheduleRow, now: Date): Promise<void> {
  await sql.run('UPDATE schedule SET next_at = $2, expected_at = $3, started_at = $4 WHERE source_id = $1', [
    source_id,
    nextMoment({ firstOn, everyDays, time }, now),
    new Date(next_at),
    now,
  ]);
}

/** A source that should have had its run by now. */
export interface LateSource {
  readonly source_id: string;
  readonly expected_at: string;
  readonly last_completed_at: string | null;
}

/** Notes that it is told of sources that are late, each turn once. @param before what was started before this should be ready */
export async function takeLateSources(sql: Sql, before: Date): Promise<LateSource[]> {
  return sql.all<LateSource>(
    `UPDATE schedule s SET told_late_of = expected_at
     WHERE active AND started_at < $1 AND told_late_of IS DISTINCT FROM expected_at
       AND NOT EXISTS (SELECT FROM run r WHERE r.source_id = s.source_id AND r.state = 'COMPLETED' AND r.completed_at >= s.expected_at)
     RETURNING source_id, expected_at, (SELECT max(r.completed_at) FROM run r WHERE r.source_id = s.source_id AND r.state = 'COMPLETED') AS last_completed_at`,
    [before],
  );
}

export function scheduleView({ every_days, time, first_on, active, next_at }: ScheduleRow): ScheduleView {
  return { everyDays: every_days, time, firstOn: first_on, active, ...(active && { nextAt: new Date(next_at).toISOString() }) };
}
