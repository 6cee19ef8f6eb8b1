import type { Term } from './organisation-kind.js';

/** What counts as a duplicate, per import (A5, DEDUPE 5.6). */
export const duplicatePolicyTerms = {
  LITERAL: { api: 'letterlijk', label: 'Letterlijk: zelfde adres of zelfde naam' },
  GRADED: { api: 'verfijnd', label: 'Verfijnd: alleen wat op dezelfde organisatie lijkt' },
} as const satisfies Record<string, Term>;

export type DuplicatePolicy = keyof typeof duplicatePolicyTerms;
export const duplicatePolicies = Object.keys(duplicatePolicyTerms) as [DuplicatePolicy, ...DuplicatePolicy[]];
