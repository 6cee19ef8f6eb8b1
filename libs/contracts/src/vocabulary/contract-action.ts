import type { Term } from './organisation-kind.js';

/** What an account manager can do in the contractenoverzicht, in the order in which the buttons stand (S2:116, R65). */
export const contractActionTerms = {
  CREATE_ORGANISATION: { api: 'nieuweOrganisatie', label: 'Nieuwe organisatie' },
  COPY_ORGANISATION: { api: 'kopieerOrganisatie', label: 'Kopieer organisatie' },
} as const satisfies Record<string, Term>;

export type ContractAction = keyof typeof contractActionTerms;
export const contractActions = Object.keys(contractActionTerms) as [ContractAction, ...ContractAction[]];
