import type { Term } from './organisation-kind.js';

/** What a person said of a pair; it holds until something changes that was compared (DEDUPE 5.7). */
export const duplicateVerdictTerms = {
  NOT_DUPLICATE: { api: 'geenDubbele', label: 'Geen dubbele' },
  DUPLICATE: { api: 'dubbele', label: 'Dubbele' },
} as const satisfies Record<string, Term>;

export type DuplicateVerdict = keyof typeof duplicateVerdictTerms;
export const duplicateVerdicts = Object.keys(duplicateVerdictTerms) as [DuplicateVerdict, ...DuplicateVerdict[]];
