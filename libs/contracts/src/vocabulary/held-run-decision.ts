import type { Term } from './organisation-kind.js';

/** What a person may decide on a held run (R8). */
export const heldRunDecisionTerms = {
  APPLY: { api: 'toestaan', label: 'Toestaan' },
  APPLY_WITHOUT_REMOVALS: { api: 'toestaanZonderVerwijderen', label: 'Toestaan zonder verwijderen' },
  REFUSE: { api: 'weigeren', label: 'Weigeren' },
} as const satisfies Record<string, Term>;

export type HeldRunDecision = keyof typeof heldRunDecisionTerms;
export const heldRunDecisions = Object.keys(heldRunDecisionTerms) as [HeldRunDecision, ...HeldRunDecision[]];
