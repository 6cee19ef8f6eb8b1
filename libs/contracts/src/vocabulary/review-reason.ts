import type { Term } from './organisation-kind.js';

/** Why a record is in the work list of the controleronde (R81). */
export const reviewReasonTerms = {
  POSSIBLE_DUPLICATE: { api: 'mogelijkeDubbele', label: 'Mogelijke dubbele' },
  CONVERSION_ERRORS: { api: 'conversiefouten', label: 'Conversiefouten' },
  VALIDATION_ERRORS: { api: 'validatiefouten', label: 'Validatiefouten' },
  VANISHED: { api: 'verdwenen', label: 'Niet meer in de bron' },
  NOWHERE_VISIBLE: { api: 'nergensZichtbaar', label: 'Nergens zichtbaar' },
  MATCH_LOST: { api: 'dubbeleVervallen', label: 'Dubbele vervallen terwijl beide zichtbaar zijn' },
  REPORTED: { api: 'gemeld', label: 'Gemeld' },
  RENUMBERED: { api: 'hernummerd', label: 'Vermoedelijk hernummerd' },
} as const satisfies Record<string, Term>;

export type ReviewReason = keyof typeof reviewReasonTerms;
export const reviewReasons = Object.keys(reviewReasonTerms) as [ReviewReason, ...ReviewReason[]];
