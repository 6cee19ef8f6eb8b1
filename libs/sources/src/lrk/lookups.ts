import type { OrganisationKind, ProductKind } from '@gids/contracts';
import { oneOf } from '../value-table.js';

/** What type_oko says of a registration. */
export interface ChildcareType {
  readonly kind: OrganisationKind;
  /** False where the register names a private person at home: never shown (N34). */
  readonly makeVisible: boolean;
  /** What such a registration offers; a private person offers nothing through the directory (N34). */
  readonly offers?: ProductKind;
}

/** Values of type_oko. PSZ went out of use in 2018 and still stands in old registrations. */
export const childcareType = oneOf<ChildcareType>({
  KDV: { kind: 'DAY_CARE', makeVisible: true, offers: 'DAY_CARE_PLACES' },
  BSO: { kind: 'AFTER_SCHOOL_CARE', makeVisible: true, offers: 'AFTER_SCHOOL_PLACES' },
  GOB: { kind: 'CHILDMINDER_AGENCY', makeVisible: true, offers: 'CHILDMINDER_MEDIATION' },
  VGO: { kind: 'CHILDMINDER', makeVisible: false },
  PSZ: { kind: 'PLAYGROUP', makeVisible: true, offers: 'PLAYGROUP_PLACES' },
});

/** Values of status. */
export const registrationStatus = oneOf<'registered' | 'deregistered'>({
  Ingeschreven: 'registered',
  Uitgeschreven: 'deregistered',
});

/** Values of ve, formerly vve: early education. */
export const yesOrNo = oneOf({ Ja: 'Ja', Nee: 'Nee' });
