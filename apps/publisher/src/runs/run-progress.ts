import { RunCompleted, RunProgressed, type Envelope, type FileCounts, type RecordCounts } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import type { Occasion } from '../history/record-history.js';
import { settleOwners } from '../products/imported-owners.js';
import { tellNewDuplicatesOfRun } from '../records/tell-new-duplicates.js';
import { removeMissing } from '../removal/remove-missing.js';
import { refreshReviewRound } from '../review/refresh-round.js';
import { tellOpenItems } from '../review/tell-open-items.js';
import { tellProviderProducts } from '../take-over/tell-provider-products.js';
import { completionOf, type CompleteRun, type DirectoryRun } from './completion.js';

/** Between two progress messages of one run. */
const progressPauseMs = 500;

interface RunRow {
  source_id: string | null;
  import_id: string | null;
  number: number | null;
  started_at: string | null;
  file_counts: FileCounts | null;
  expected: number | null;
  reevaluated: number | null;
  without_removals: boolean;
  processed: number;
  set_aside: number;
  completed_at: string | null;
  progress_due: boolean;
}

/** What the events of a frame mean for their run. */
export interface RunStep {
  readonly processed?: number;
  readonly setAside?: number;
  /** Set by RunFetched: what must arrive. */
  readonly fetched?: { readonly startedAt: string; readonly counts: FileCounts; readonly sent: number; readonly withoutRemovals?: boolean | undefined };
  /** Set by SourceReevaluated: how many unchanged records have other duplicates, and must arrive as well. */
  readonly reevaluated?: number;
}

/** The run that an event belongs to; a dead letter knows only its id. */
export interface RunReference {
  readonly runId: string;
  readonly importId?: string;
  readonly sourceId?: string;
  readonly number?: number;
}

/** A run of which all is known. */
export type KnownRun = Required<RunReference>;

/** @returns a run as the occasion on which records change */
export function occasionOf({ runId, number: runNumber }: KnownRun, at: Date): Occasion {
  return { at, runId, runNumber };
}

/** @returns the run that an event belongs to. @throws where it belongs to none */
export function runOf(event: Envelope<{ importId: string; sourceId: string }>): KnownRun {
  const { runid, runsequence, data } = event;
  if (runid === undefined || runsequence === undefined) throw new Error(`Event ${event.id} belongs to no run`);
  return { runId: runid, importId: data.importId, sourceId: data.sourceId, number: runsequence };
}

/**
 * Counts what a frame brought, as the last act of its transaction: the lock on the run's row is what makes
 * exactly one of all publishers see that the run is complete.
 */
export async function advanceRun(unit: FrameContext, run: RunReference, step: RunStep, now: Date): Promise<void> {
  const { sql, emit } = unit;
  const row = await countStep(sql, run, step);
  const state = directoryRun(run.runId, row);
  const completion = completionOf(state);
  if (completion.complete) await complete(unit, completion, now);
  else if (row.progress_due && !state.completed && state.run) await report(sql, emit, state.run, state);
}

async function complete(unit: FrameContext, completion: CompleteRun, now: Date): Promise<void> {
  const { sql } = unit;
  const { run } = completion;
  await sql.run('UPDATE run SET completed_at = $2 WHERE run_id = $1', [run.runId, now]);
  await settleOwners(sql, run.importId, occasionOf(run, now));
  // Not before: a record that is back may have been on its way until now.
  await removeMissing(sql, completion, occasionOf(run, now));
  await refreshReviewRound(sql, run.importId, now);
  await tellCompleted(unit, completion, now);
}

/** What people hear of a run that is over: its result, what it found that is new, and what there is to judge. */
async function tellCompleted(unit: FrameContext, { run, startedAt, fileCounts, setAside }: CompleteRun, now: Date): Promise<void> {
  const { importId, sourceId, number: runNumber, runId: runid } = run;
  const origin = { runid, runsequence: runNumber };
  const counts = { ...fileCounts, ...(await countRecords(unit.sql, sourceId)), setAside };
  unit.emit(RunCompleted, { importId, sourceId, runNumber, startedAt, completedAt: now.toISOString(), counts }, { subject: sourceId, origin });
  await tellNewDuplicatesOfRun(unit, run, origin);
  await tellProviderProducts(unit, run, origin);
  await tellOpenItems(unit, run, origin);
}

async function report(sql: Sql, emit: FrameContext['emit'], run: KnownRun, { processed, expected }: DirectoryRun): Promise<void> {
  const { importId, sourceId, runId, number } = run;
  await sql.run('UPDATE run SET progressed_at = clock_timestamp() WHERE run_id = $1', [runId]);
  const data = { importId, sourceId, processed, ...(expected !== undefined && { expected }) };
  emit(RunProgressed, data, { subject: sourceId, origin: { runid: runId, runsequence: number } });
}

async function countStep(sql: Sql, run: RunReference, step: RunStep): Promise<RunRow> {
  const { processed = 0, setAside = 0, fetched, reevaluated } = step;
  const [row] = await sql.all<RunRow>(
    `INSERT INTO run (run_id, import_id, source_id, number, processed, set_aside, started_at, file_counts, expected, reevaluated, without_removals)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12)
     ON CONFLICT (run_id) DO UPDATE SET
       import_id = coalesce(run.import_id, excluded.import_id), source_id = coalesce(run.source_id, excluded.source_id),
       number = coalesce(run.number, excluded.number), processed = run.processed + excluded.processed, set_aside = run.set_aside + excluded.set_aside,
       started_at = coalesce(excluded.started_at, run.started_at), file_counts = coalesce(excluded.file_counts, run.file_counts),
       expected = coalesce(excluded.expected, run.expected), reevaluated = coalesce(excluded.reevaluated, run.reevaluated),
       without_removals = run.without_removals OR excluded.without_removals
     RETURNING *, progressed_at IS NULL OR clock_timestamp() - progressed_at > make_interval(secs => $10::float8 / 1000) AS progress_due`,
    [
      run.runId,
      run.importId,
      run.sourceId,
      run.number,
      processed + setAside,
      setAside,
      fetched?.startedAt,
      fetched && JSON.stringify(fetched.counts),
      fetched?.sent,
      progressPauseMs,
      reevaluated,
      fetched?.withoutRemovals ?? false,
    ],
  );
  if (!row) throw new Error(`Run ${run.runId} could not be counted`);
  return row;
}

function directoryRun(runId: string, row: RunRow): DirectoryRun {
  const { import_id: importId, source_id: sourceId, number } = row;
  const known = importId !== null && sourceId !== null && number !== null;
  return {
    run: known ? { runId, importId, sourceId, number } : undefined,
    processed: row.processed,
    setAside: row.set_aside,
    expected: row.expected ?? undefined,
    reevaluated: row.reevaluated ?? undefined,
    withoutRemovals: row.without_removals,
    startedAt: row.started_at === null ? undefined : new Date(row.started_at).toISOString(),
    fileCounts: row.file_counts ?? undefined,
    completed: row.completed_at !== null,
  };
}

/**
 * How the records that are present at a source stand now: those that stand for a row, so that the counts add up with
 * those of the file. A product that came with the row of its organisation does not.
 */
async function countRecords(sql: Sql, sourceId: string): Promise<RecordCounts> {
  const [counts] = await sql.all<RecordCounts>(
    `SELECT count(*) FILTER (WHERE status = 'CONVERSION_ERRORS')::int AS "conversionErrors",
            count(*) FILTER (WHERE status = 'VALIDATION_ERRORS')::int AS "validationErrors",
            count(*) FILTER (WHERE status = 'DUPLICATES_FOUND')::int AS "duplicatesFound",
            count(*) FILTER (WHERE visible)::int AS "visible",
            count(*) FILTER (WHERE NOT visible)::int AS "notVisible",
            count(*) FILTER (WHERE issues @> '[{"severity":"warning"}]')::int AS "warnings"
     FROM import_record WHERE source_id = $1 AND NOT missing_at_source AND NOT rides_along`,
    [sourceId],
  );
  if (!counts) throw new Error(`Records of ${sourceId} could not be counted`);
  return counts;
}
