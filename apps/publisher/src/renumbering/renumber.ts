import { RequestRefused } from '@gids/contracts';
import type { RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

/** A record that vanished and the one that goes on in its place. */
export interface RenumberedPair {
  readonly old: RecordState & { readonly gidsId: number };
  readonly successor: RecordState;
}

/**
 * Whether two records can be made one.
 * @param successor absent while its row has not arrived
 * @throws RequestRefused (409) where the old one is not gone, or there is no living successor
 */
export function renumberedPair(old: RecordState, successor: RecordState | undefined): RenumberedPair {
  const { gidsId } = old;
  if (!old.missingAtSource || old.suppressed || gidsId === undefined) throw conflict('notVanished', `${old.recordId} is niet (meer) verdwenen uit de bron; er valt niets te hernummeren.`);
  if (!successor) throw conflict('successorUnknown', `De opvolger van ${old.recordId} is er (nog) niet. Wacht tot de run is afgerond.`);
  if (successor.suppressed) throw conflict('successorGone', `De gegevens van opvolger ${successor.recordId} zijn op verzoek gewist; ${old.recordId} kan daar niet in verder gaan.`);
  if (successor.missingAtSource) throw conflict('successorGone', `Opvolger ${successor.recordId} staat zelf niet meer in de bron; ${old.recordId} kan daar niet in verder gaan.`);
  return { old: { ...old, gidsId }, successor };
}

/** What becomes of the new record: it stands for what the old one stood for, as people decided that. */
export function successorChange({ old, successor }: RenumberedPair): RecordChange {
  const { publicationAction, linkedOrganisationId, note = successor.note } = old;
  const sentence = `Hernummerd van ${old.recordId}: G!DS-ID ${old.gidsId}, publicatieactie, toelichting en koppeling gaan hier verder.`;
  return { publicationAction, linkedOrganisationId, note, told: [{ kind: 'SOURCE', sentence }] };
}

/** What is left of the old record: a tombstone that stands for nothing; should its bronID ever come back, it is something new. */
export function tombstoneChange({ old, successor }: RenumberedPair): RecordChange {
  const sentence = `Hernummerd naar ${successor.recordId}: G!DS-ID ${old.gidsId}, publicatieactie, toelichting en koppeling gaan daar verder.`;
  return { publicationAction: 'SHOW_ON_SUCCESS', linkedOrganisationId: undefined, note: undefined, told: [{ kind: 'SOURCE', sentence }] };
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
