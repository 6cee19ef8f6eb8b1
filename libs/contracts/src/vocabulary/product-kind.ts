import type { Term } from './organisation-kind.js';

/** Every productsoort (aanbodsoort): what an organisation offers (G8). */
export const productKindTerms = {
  DAY_CARE_PLACES: { api: 'dagopvang', label: 'Dagopvang' },
  AFTER_SCHOOL_PLACES: { api: 'buitenschoolseOpvang', label: 'Buitenschoolse opvang' },
  PLAYGROUP_PLACES: { api: 'peuteropvang', label: 'Peuteropvang' },
  CHILDMINDER_MEDIATION: { api: 'gastouderbemiddeling', label: 'Bemiddeling van gastouderopvang' },
  COURSE: { api: 'cursus', label: 'Cursus' },
  ACTIVITY: { api: 'activiteit', label: 'Activiteit' },
  SERVICE: { api: 'dienst', label: 'Dienst' },
} as const satisfies Record<string, Term>;

export type ProductKind = keyof typeof productKindTerms;
export const productKinds = Object.keys(productKindTerms) as [ProductKind, ...ProductKind[]];
