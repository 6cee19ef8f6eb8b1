import { heldRunDecisionTerms, type HeldRunDecision, type RunControl } from '@gids/contracts';
import { named } from '../api/schema-registry.js';
import { codeOf, termSchema } from '../api/terms.js';

const controlTerms = {
  STOP: { api: 'stoppen', label: 'Stoppen' },
  RESUME: { api: 'hervatten', label: 'Hervatten' },
} as const satisfies Record<RunControl, { api: string; label: string }>;

const terms = { ...heldRunDecisionTerms, ...controlTerms } as const;

/** Everything that a person decides on a run: on one that waits, on one that is under way, and on one that he stopped. */
export const runDecisionSchema = named('Runbesluit', termSchema(terms, 'Wat een mens over een run besluit.'));

/** @returns what the fetcher is asked: a decision on a held run, or control over one that is not */
export function fromRunDecision(besluit: (typeof terms)[keyof typeof terms]['api']): { decision: HeldRunDecision } | { control: RunControl } {
  const code = codeOf(terms, besluit);
  return code === 'STOP' || code === 'RESUME' ? { control: code } : { decision: code };
}
