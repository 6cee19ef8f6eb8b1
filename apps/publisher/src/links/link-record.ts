import { RequestRefused, type Management } from '@gids/contracts';
import type { RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/** The organisation that a record is to be linked to, as far as a link looks at it. */
export interface LinkTarget {
  readonly gidsId: number;
  readonly name: string;
  readonly management: Management;
}

/**
 * What becomes of a record that is linked: only on action 3, only an organisation, only to a managed one (S2:55, R54).
 * The link is administrative: nothing is taken over (R56).
 * @throws RequestRefused that says which of these does not hold
 */
export function linkRecord(record: RecordState, target: LinkTarget): RecordChange | undefined {
  if (record.type === 'PRODUCT') throw conflict('product', 'Een product kan niet worden gekoppeld; koppel de organisatie waar het onder staat.');
  if (target.management !== 'MANAGED') throw conflict('notManaged', `G!DS ${target.gidsId} ${target.name} hoort bij een import. Koppel aan een organisatie die een redacteur beheert.`);
  if (record.publicationAction !== 'DO_NOT_SHOW') throw conflict('wrongAction', "Zet eerst de publicatieactie op 'NIET zichtbaar maken na import'; alleen dan kan worden gekoppeld.");
  if (record.linkedOrganisationId === target.gidsId) return undefined;
  return { linkedOrganisationId: target.gidsId, told: [{ kind: 'LINK', sentence: `Gekoppeld aan G!DS ${target.gidsId} ${target.name}.` }] };
}

/** What becomes of a record whose link a person ends; undefined where it had none. */
export function unlinkRecord({ linkedOrganisationId }: RecordState): RecordChange | undefined {
  if (linkedOrganisationId === undefined) return undefined;
  return { linkedOrganisationId: undefined, told: [{ kind: 'LINK', sentence: `Ontkoppeld van G!DS ${linkedOrganisationId}.` }] };
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
