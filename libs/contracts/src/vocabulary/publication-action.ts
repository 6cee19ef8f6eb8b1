import type { Term } from './organisation-kind.js';

/** The three publication actions of the seed (S2:51-54, R29). */
export const publicationActionTerms = {
  SHOW_ON_SUCCESS: { api: 'zichtbaarNaSucces', label: 'Zichtbaar maken na succesvolle import' },
  SHOW_IGNORE_DUPLICATES: { api: 'zichtbaarNegeerDubbelen', label: 'Zichtbaar maken na import, negeer dubbelen' },
  DO_NOT_SHOW: { api: 'nietZichtbaar', label: 'NIET zichtbaar maken na import' },
} as const satisfies Record<string, Term>;

export type PublicationAction = keyof typeof publicationActionTerms;
export const publicationActions = Object.keys(publicationActionTerms) as [PublicationAction, ...PublicationAction[]];
