import type { Duplicate, Envelope, Issue, MappedProduct, OrganisationContent } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { advanceRun, occasionOf, runOf } from '../runs/run-progress.js';
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
  matchVersion?: number;
  products?: MappedProduct[];
}

/** Saves the records of a frame and counts them for their run. All events of a frame are of one run. */
export async function receiveOutcomes(events: readonly Envelope<OutcomeData>[], context: FrameContext, now: Date): Promise<void> {
  const [first] = events;
  if (!first) return;
  const run = runOf(first);
  await saveOutcomes(context, events.map(({ data }) => outcomeOf(data, run)), occasionOf(run, now));
  await advanceRun(context, run, { processed: events.length }, now);
}

function outcomeOf(data: OutcomeData, run: { runId: string; number: number }): RecordOutcome {
  const { importId, sourceId, recordId, issues, organisation, makeVisible = true, duplicates = [], matchVersion = 0, products } = data;
  const outcome = { importId, sourceId, recordId, issues, makeVisible, duplicates, matchVersion, runId: run.runId, runSequence: run.number };
  return { ...outcome, ...(organisation && { organisation }), ...(products && { products }) };
}
