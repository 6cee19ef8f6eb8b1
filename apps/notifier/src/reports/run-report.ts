import type { DataOf, RunCompleted, RunFailed, RunHeld } from '@gids/contracts';
import { completedReport } from './completed-report.js';
import { failedReport } from './failed-report.js';
import { heldReport } from './held-report.js';
import type { MessageView } from '../messages/message-view.js';

/** How a run ended, or why it waits. */
export type RunOutcome = { readonly runId: string } & (
  | { readonly kind: 'RUN_COMPLETED'; readonly data: DataOf<typeof RunCompleted> }
  | { readonly kind: 'RUN_HELD'; readonly data: DataOf<typeof RunHeld> }
  | { readonly kind: 'RUN_FAILED'; readonly data: DataOf<typeof RunFailed> }
);

/**
 * What the report of a run says (M4, R8). It holds counts, codes and the sentence of the run; nothing about a person.
 * @param baseUrl where the screens are, without a slash at the end
 */
export function runReport(outcome: RunOutcome, baseUrl: string): MessageView {
  const url = `${baseUrl}/importruns/${encodeURIComponent(outcome.runId)}`;
  switch (outcome.kind) {
    case 'RUN_COMPLETED':
      return completedReport(outcome.data, url);
    case 'RUN_HELD':
      return heldReport(outcome.data, url);
    case 'RUN_FAILED':
      return failedReport(outcome.data, url);
  }
}
