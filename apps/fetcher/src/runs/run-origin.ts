import { randomBytes } from 'node:crypto';
import type { Origin } from '@gids/messaging';
import type { RunRow } from './run-row.js';

/** What every event of a run carries: its id, its number within the source, one trace. */
export function runOrigin(run: Pick<RunRow, 'id' | 'number'>): Origin {
  return { runid: run.id, runsequence: run.number, correlationid: run.id, traceparent: traceparentOf(run.id) };
}

/** The trace of a run is its id; each message is a span of its own. */
function traceparentOf(runId: string): string {
  return `00-${runId.replaceAll('-', '')}-${randomBytes(8).toString('hex')}-01`;
}
