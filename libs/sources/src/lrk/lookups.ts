import type { OrganisationKind } from '@gids/contracts';
import { oneOf } from '../value-table.js';

/** What type_oko says of a registration. */
export interface ChildcareType {
  readonly kind: OrganisationKind;
  /** False where the register names a private person at home: never shown (N34). */
  readonly makeVisible: boolean;
}

/** Values of type_oko. PSZ went out of use in 2018 and still stands in old registrations. */
export const childcareType = oneOf<ChildcareType>({
  KDV: { kind: 'DAY_CARE', makeVisible: true },
  BSO: { kind: 'AFTER_SCHOOL_CARE', makeVisible: true },
  GOB: { kind: 'CHILDMINDER_AGENCY', makeVisible: true },
  VGO: { kind: 'CHILDMINDER', makeVisible: false },
  PSZ: { kind: 'PLAYGROUP', makeVisible: true },
});

/** Values of status. */
export const registrationStatus = oneOf<'registered' | 'deregistered'>({
  Ingeschreven: 'registered',
  Uitgeschreven: 'deregistered',
});

/** Values of ve, formerly vve: early education. */
export const yesOrNo = oneOf({ Ja: 'Ja', Nee: 'Nee' });
