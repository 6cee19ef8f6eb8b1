import type { DataOf, Envelope, ProductMapped } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { advanceRun, occasionOf, runOf } from '../runs/run-progress.js';
import type { ProductOutcome } from './imported-product.js';
import { saveImportedProducts } from './imported-products.js';
import { withOwners } from './imported-owners.js';

/** Saves the rows of a frame that are products and no organisations (R69), and counts them for their run. */
export async function receiveProductRows(events: readonly Envelope<DataOf<typeof ProductMapped>>[], context: FrameContext, now: Date): Promise<void> {
  const [first] = events;
  if (!first) return;
  const run = runOf(first);
  const outcomes = events.map(({ data }) => outcomeOf(data, run));
  await saveImportedProducts(context.sql, await withOwners(context.sql, run.importId, outcomes), occasionOf(run, now));
  await advanceRun(context, run, { processed: events.length }, now);
}

function outcomeOf({ importId, sourceId, organisationRecordId, product }: DataOf<typeof ProductMapped>, run: { runId: string; number: number }): ProductOutcome {
  return { ...product, importId, sourceId, organisationRecordId, ridesAlong: false, runId: run.runId, runSequence: run.number };
}
