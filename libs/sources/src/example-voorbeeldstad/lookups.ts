import type { OrganisationKind, ProductKind } from '@gids/contracts';
import { oneOf } from '../value-table.js';

/** Values of the column soort, and the organisatiesoort that each stands for. */
export const playgroupKind = oneOf<OrganisationKind>({
  peuterspeelzaal: 'PLAYGROUP',
  peuteropvang: 'PLAYGROUP',
  bso: 'AFTER_SCHOOL_CARE',
});

/** The other values of soort: rows that are no organisation but something that one of them offers. */
export const offerKind = oneOf<ProductKind>({
  cursus: 'COURSE',
  inloop: 'ACTIVITY',
});
