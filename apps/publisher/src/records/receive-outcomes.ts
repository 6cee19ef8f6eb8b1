import type { Duplicate, Envelope, Issue, OrganisationContent } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { advanceRun, runOf } from '../runs/run-progress.js';
import type { RecordOutcome } from './decide-record.js';
import { saveOutcomes } from './record-outcomes.js';

/** What the three ends of the pipeline have in common. */
interface OutcomeData {
  importId: string;
  sourceId: string;
  recordId: string;
  issues: Issue[];
  organisation?: OrganisationContent;
  makeVisible?: boolean;
  duplicates?: Duplicate[];
}

/** Saves the records of a frame and counts them for their run. All events of a frame are of one run. */
export async function receiveOutcomes(events: readonly Envelope<OutcomeData>[], context: FrameContext, now: Date): Promise<void> {
  const [first] = events;
  if (!first) return;
  const run = runOf(first);
  await saveOutcomes(context.sql, events.map(({ data }) => outcomeOf(data, run)));
  await advanceRun(context, run, { processed: events.length }, now);
}

function outcomeOf(data: OutcomeData, run: { runId: string; number: number }): RecordOutcome {
  const { importId, sourceId, recordId, issues, organisation, makeVisible = true, duplicates = [] } = data;
  return { importId, sourceId, recordId, issues, makeVisible, duplicates, runId: run.runId, runSequence: run.number, ...(organisation && { organisation }) };
}
