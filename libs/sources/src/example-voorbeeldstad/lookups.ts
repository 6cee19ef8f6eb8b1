import type { OrganisationKind } from '@gids/contracts';
import { oneOf } from '../value-table.js';

/** Values of the column soort, and the organisatiesoort that each stands for. */
export const playgroupKind = oneOf<OrganisationKind>({
  peuterspeelzaal: 'PLAYGROUP',
  peuteropvang: 'PLAYGROUP',
  bso: 'AFTER_SCHOOL_CARE',
});
