import type { DataOf, RunCompleted, RunFailed, RunHeld, RunProgressed, RunStarted, RunState, RunStopped } from '@gids/contracts';
import { z } from 'zod';
import { causeSchema, runCountsSchema, runStatusSchema, toRunCounts, type ImportRun } from './import-run.js';
import { named } from './schema-registry.js';
import { apiValueOf, termTables } from './terms.js';
import { moment } from './values.js';

/** Names of the live events. */
export const liveEventNames = ['run.status', 'run.voortgang', 'bulk.voortgang'] as const;
export type LiveEventName = (typeof liveEventNames)[number];

const aboutRun = { runId: z.uuid(), bron: z.string(), import: z.string() };

export const runStatusEventSchema = named(
  'RunstatusGebeurtenis',
  z
    .object({
      ...aboutRun,
      status: runStatusSchema,
      gestartOp: moment('Begin van de run.'),
      voltooidOp: moment('Einde van de run.').nullable(),
      probleem: causeSchema.nullable(),
      aantallen: runCountsSchema.nullable().describe('Alleen bij een voltooide run.'),
    })
    .describe('Gegevens van `run.status`.'),
);
export type RunStatusEvent = z.infer<typeof runStatusEventSchema>;

export const runProgressEventSchema = named(
  'RunvoortgangGebeurtenis',
  z
    .object({
      ...aboutRun,
      verwerkt: z.int().nonnegative().describe('Wijzigingen die in de gids verwerkt zijn.'),
      verwacht: z.int().nonnegative().nullable().describe('Hoeveel er in totaal komen; `null` waar dat nog niet bekend is.'),
    })
    .describe('Gegevens van `run.voortgang`.'),
);
export type RunProgressEvent = z.infer<typeof runProgressEventSchema>;

interface RunData {
  readonly importId: string;
  readonly sourceId: string;
  readonly startedAt: string;
}

interface Outcome {
  readonly completedAt?: string;
  readonly problem?: { code: string; message: string };
  readonly counts?: ImportRun['aantallen'];
}

function toRunStatus(runId: string, data: RunData, state: RunState, { completedAt, problem, counts }: Outcome = {}): RunStatusEvent {
  return {
    runId,
    bron: data.sourceId,
    import: data.importId,
    status: apiValueOf(termTables.runState, state),
    gestartOp: data.startedAt,
    voltooidOp: completedAt ?? null,
    probleem: problem ? { code: problem.code, melding: problem.message } : null,
    aantallen: counts ?? null,
  };
}

export const ofRunStarted = (runId: string, data: DataOf<typeof RunStarted>): RunStatusEvent => toRunStatus(runId, data, 'RUNNING');

export const ofRunHeld = (runId: string, data: DataOf<typeof RunHeld>): RunStatusEvent => toRunStatus(runId, data, 'HELD', { problem: data });

export const ofRunStopped = (runId: string, data: DataOf<typeof RunStopped>): RunStatusEvent => toRunStatus(runId, data, 'STOPPED', { problem: data });

export const ofRunFailed = (runId: string, data: DataOf<typeof RunFailed>, time: string): RunStatusEvent =>
  toRunStatus(runId, data, data.outcome, { completedAt: time, problem: data });

export const ofRunCompleted = (runId: string, data: DataOf<typeof RunCompleted>): RunStatusEvent =>
  toRunStatus(runId, data, 'COMPLETED', { completedAt: data.completedAt, counts: toRunCounts(data.counts) });

export const ofRunProgressed = (runId: string, data: DataOf<typeof RunProgressed>): RunProgressEvent => ({
  runId,
  bron: data.sourceId,
  import: data.importId,
  verwerkt: data.processed,
  verwacht: data.expected ?? null,
});
