import type { FileCounts, RecordCounts, RunFinding, RunPhase, RunState, RunView } from '@gids/contracts';
import type { FillRates } from '../judging/fill-rates.js';

/** What a person decided on a held run, with reason and time. */
export type RunDecision = NonNullable<RunView['decision']>;

/** A run as it stands in the database. */
export interface RunRow {
  readonly id: string;
  readonly number: number;
  readonly import_id: string;
  readonly source_id: string;
  readonly state: RunState;
  readonly phase: RunPhase | null;
  readonly transport: 'PULL' | 'PUSH';
  readonly file_name: string | null;
  readonly requested_by: string;
  readonly full_run: boolean;
  readonly started_at: string;
  readonly completed_at: string | null;
  readonly fence: number;
  readonly problem_code: string | null;
  readonly problem_message: string | null;
  readonly notes: string[];
  readonly findings: RunFinding[];
  readonly decision: RunDecision | null;
  readonly sha256: string | null;
  readonly mapping_version: number | null;
  readonly declared_bytes: string | null;
  readonly bytes_read: string;
  readonly bytes_total: string | null;
  readonly rows_read: number;
  readonly to_send: number;
  readonly sent: number;
  readonly processed: number;
  readonly file_counts: FileCounts | null;
  readonly record_counts: RecordCounts | null;
  readonly fill_rates: FillRates | null;
  readonly set_aside: number;
}

const noRows: FileCounts = { read: 0, added: 0, changed: 0, unchanged: 0, vanished: 0, rejected: 0 };
const noRecords: RecordCounts = { conversionErrors: 0, validationErrors: 0, duplicatesFound: 0, visible: 0, notVisible: 0, warnings: 0 };

/** @returns a run as the rest of the system sees it */
export function viewOf(run: RunRow): RunView {
  return {
    id: run.id,
    number: run.number,
    importId: run.import_id,
    sourceId: run.source_id,
    state: run.state,
    transport: run.transport,
    requestedBy: run.requested_by,
    startedAt: new Date(run.started_at).toISOString(),
    notes: run.notes,
    findings: run.findings,
    progress: {
      bytesRead: Number(run.bytes_read),
      rowsRead: run.rows_read,
      sent: run.sent,
      toSend: run.to_send,
      processed: run.processed,
      ...(run.bytes_total !== null && { bytesTotal: Number(run.bytes_total) }),
    },
    counts: { ...(run.file_counts ?? noRows), ...(run.record_counts ?? noRecords), setAside: run.set_aside },
    ...(run.phase !== null && { phase: run.phase }),
    ...(run.file_name !== null && { fileName: run.file_name }),
    ...(run.completed_at !== null && { completedAt: new Date(run.completed_at).toISOString() }),
    ...(run.decision !== null && { decision: run.decision }),
    ...(run.problem_code !== null && { problem: { code: run.problem_code, message: run.problem_message ?? '' } }),
  };
}
