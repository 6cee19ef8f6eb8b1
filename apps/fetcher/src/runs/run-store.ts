import { finalRunStates, type ListRuns, type PayloadOf, type RunCounts, type RunState, type StartImport } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { RunRow } from './run-row.js';

/** Longest time that a run may take once its file is in, as PostgreSQL writes it. */
export const longestRun = '6 hours';
/** Longest time between two parts of an upload: one that was broken off must not block its source. */
const longestUploadPause = '5 minutes';

/** Takes the source for itself for the rest of the transaction: one open run per source. */
export async function lockSource(sql: Sql, sourceId: string): Promise<void> {
  await sql.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`run of ${sourceId}`]);
}

export async function findRun(sql: Sql, id: string): Promise<RunRow | undefined> {
  const [run] = await sql.all<RunRow>('SELECT * FROM run WHERE id = $1', [id]);
  return run;
}

/** Finds a run and keeps others from changing it until the transaction ends. */
export async function lockRun(sql: Sql, id: string): Promise<RunRow | undefined> {
  const [run] = await sql.all<RunRow>('SELECT * FROM run WHERE id = $1 FOR UPDATE', [id]);
  return run;
}

export async function findOpenRun(sql: Sql, sourceId: string): Promise<RunRow | undefined> {
  const [run] = await sql.all<RunRow>('SELECT * FROM run WHERE source_id = $1 AND NOT state = ANY($2::text[])', [sourceId, finalRunStates]);
  return run;
}

/** Finds the open runs of a source or an import and keeps others from changing them until the transaction ends. */
export async function lockOpenRuns(sql: Sql, { sourceId, importId }: { sourceId?: string; importId?: string }): Promise<RunRow[]> {
  return sql.all<RunRow>(
    `SELECT * FROM run WHERE ($1::text IS NULL OR source_id = $1) AND ($2::text IS NULL OR import_id = $2) AND NOT state = ANY($3::text[])
     ORDER BY id FOR UPDATE`,
    [sourceId, importId, finalRunStates],
  );
}

/**
 * The run whose file is what the directory holds: the last that completed, unless one sent rows after it and then failed
 * (what was sent is not taken back). Undefined where there is none, or where what it brought was cleaned up.
 */
export async function findRunInForce(sql: Sql, sourceId: string): Promise<RunRow | undefined> {
  const [last] = await sql.all<RunRow>(
    "SELECT * FROM run WHERE source_id = $1 AND (state = 'COMPLETED' OR sent > 0) AND NOT cleaned_up ORDER BY number DESC LIMIT 1",
    [sourceId],
  );
  return last?.state === 'COMPLETED' ? last : undefined;
}

/**
 * The run that a new file is measured by (R8): the last that completed whole. One that a person let through without its
 * removals is not: its file was too short, and the next one must not be held for being longer.
 */
export async function findRunToMeasureBy(sql: Sql, sourceId: string): Promise<RunRow | undefined> {
  const [last] = await sql.all<RunRow>(
    `SELECT * FROM run WHERE source_id = $1 AND state = 'COMPLETED' AND NOT cleaned_up
       AND decision->>'decision' IS DISTINCT FROM 'APPLY_WITHOUT_REMOVALS' ORDER BY number DESC LIMIT 1`,
    [sourceId],
  );
  return last;
}

/** Stores a planned run. Its deadline is by the clock of the database, as its leases are (RELIABILITY b 68). */
export async function insertRun(sql: Sql, request: PayloadOf<typeof StartImport>, importId: string, now: Date): Promise<RunRow> {
  const longest = request.transport === 'PUSH' ? longestUploadPause : longestRun;
  const [run] = await sql.all<RunRow>(
    `INSERT INTO run (id, number, import_id, source_id, state, phase, transport, file_name, requested_by, full_run, started_at, deadline, notes)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, 'PLANNED', 'FETCHING', $4, $5, $6, $7, $8, now() + $9::interval, '[]'
     FROM run WHERE source_id = $3 RETURNING *`,
    [request.runId, importId, request.sourceId, request.transport, request.fileName, request.requestedBy, request.full, now, longest],
  );
  if (!run) throw new Error(`Run ${request.runId} could not be stored`);
  return run;
}

/** How a run ends that does not complete. */
export interface Ending {
  readonly outcome: 'FAILED' | 'REFUSED';
  readonly code: string;
  readonly message: string;
}

/**
 * Ends a run without success. One that waits for a person is ended only by who says so: its deadline does not count.
 * @returns the run, or undefined where it was in none of these states any more
 */
export async function endRun(sql: Sql, id: string, ending: Ending, now: Date, from: readonly RunState[] = ['PLANNED', 'RUNNING']): Promise<RunRow | undefined> {
  const [run] = await sql.all<RunRow>(
    `UPDATE run SET state = $2, problem_code = $3, problem_message = $4, completed_at = $5, lease_until = NULL, phase = NULL
     WHERE id = $1 AND state = ANY($6::text[]) RETURNING *`,
    [id, ending.outcome, ending.code, ending.message, now, from],
  );
  return run;
}

/** @returns runs that should have ended by now; a person may take any time to decide */
export async function findOverdueRuns(sql: Sql): Promise<RunRow[]> {
  return sql.all<RunRow>("SELECT * FROM run WHERE deadline < now() AND state IN ('PLANNED', 'RUNNING')");
}

export async function listRuns(sql: Sql, filter: PayloadOf<typeof ListRuns>, importIds?: readonly string[]): Promise<{ rows: RunRow[]; total: number }> {
  const where = `WHERE ($1::text IS NULL OR source_id = $1) AND ($2::text[] IS NULL OR state = ANY($2::text[]))
    AND ($3::text[] IS NULL OR import_id = ANY($3::text[]))`;
  const parameters = [filter.sourceId, filter.states, importIds];
  const rows = await sql.all<RunRow>(`SELECT * FROM run ${where} ORDER BY started_at DESC, id DESC LIMIT $4 OFFSET $5`, [
    ...parameters,
    filter.pageSize,
    (filter.page - 1) * filter.pageSize,
  ]);
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM run ${where}`, parameters);
  return { rows, total: count?.total ?? 0 };
}

/** A part of a pushed file has arrived, new or again: the upload is alive. */
export async function noteReceived(sql: Sql, id: string, bytes: number): Promise<void> {
  await sql.run('UPDATE run SET bytes_read = bytes_read + $2, deadline = now() + $3::interval WHERE id = $1', [id, bytes, longestUploadPause]);
}

/** All parts of a pushed file have arrived: the run can be taken up. */
export async function fileIsIn(sql: Sql, id: string): Promise<void> {
  await sql.run("UPDATE run SET phase = 'CHECKING', bytes_total = bytes_read, deadline = now() + $2::interval WHERE id = $1", [id, longestRun]);
}

/** The directory has told how far it is; an older number changes nothing. */
export async function noteProgress(sql: Sql, id: string, processed: number): Promise<void> {
  await sql.run('UPDATE run SET processed = greatest(processed, $2) WHERE id = $1 AND completed_at IS NULL', [id, processed]);
}

/** A run has reached the directory whole. */
export async function completeRun(sql: Sql, id: string, { setAside, ...counts }: RunCounts, completedAt: string): Promise<void> {
  const { conversionErrors, validationErrors, duplicatesFound, visible, notVisible, warnings } = counts;
  const records = { conversionErrors, validationErrors, duplicatesFound, visible, notVisible, warnings };
  await sql.run(
    `UPDATE run SET state = 'COMPLETED', phase = NULL, completed_at = $2, record_counts = $3, set_aside = $4, processed = sent, lease_until = NULL
     WHERE id = $1 AND NOT state = ANY($5::text[])`,
    [id, completedAt, JSON.stringify(records), setAside, finalRunStates],
  );
}
