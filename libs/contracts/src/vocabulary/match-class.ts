import type { Term } from './organisation-kind.js';

/** How sure it is that two organisations are the same (DEDUPE 5.5), the surest first. */
export const matchClassTerms = {
  IDENTICAL: { api: 'identiek', label: 'Identiek' },
  PROBABLE: { api: 'waarschijnlijk', label: 'Waarschijnlijk dezelfde' },
  POSSIBLE: { api: 'mogelijk', label: 'Mogelijk dezelfde' },
  SAME_BUILDING: { api: 'zelfdePand', label: 'Zelfde pand' },
  SAME_NAME_ELSEWHERE: { api: 'zelfdeNaamElders', label: 'Zelfde naam elders' },
} as const satisfies Record<string, Term>;

export type MatchClass = keyof typeof matchClassTerms;
export const matchClasses = Object.keys(matchClassTerms) as [MatchClass, ...MatchClass[]];
