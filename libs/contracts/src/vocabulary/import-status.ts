import type { Term } from './organisation-kind.js';

/** The four statuses of the seed (S2:45-49, R23), in order of precedence (A6). */
export const importStatusTerms = {
  CONVERSION_ERRORS: { api: 'conversiefouten', label: 'Conversiefouten' },
  VALIDATION_ERRORS: { api: 'validatiefouten', label: 'Validatiefouten' },
  DUPLICATES_FOUND: { api: 'dubbelenGevonden', label: 'Dubbelen gevonden' },
  SUCCESS: { api: 'succes', label: 'Succes' },
} as const satisfies Record<string, Term>;

export type ImportStatus = keyof typeof importStatusTerms;
export const importStatuses = Object.keys(importStatusTerms) as [ImportStatus, ...ImportStatus[]];
