import { publicationActionTerms, RequestRefused, type PublicationAction } from '@gids/contracts';
import type { RecordChange } from '../records/change-records.js';
import type { RecordState } from '../records/record-state.js';

export interface ActionCommand {
  readonly publicationAction: PublicationAction;
  /** "Ontkoppelen en wijzigen" in one confirmed act (A18). */
  readonly unlink: boolean;
}

/**
 * What becomes of a record whose publication action a person changes; it acts at once (R89, A31).
 * @returns undefined where nothing changes
 * @throws RequestRefused on a linked record that would leave action 3 with its link (R54, A18)
 */
export function changeAction(record: RecordState, { publicationAction, unlink }: ActionCommand): RecordChange | undefined {
  const { linkedOrganisationId, publicationAction: before } = record;
  const endsLink = linkedOrganisationId !== undefined && publicationAction !== 'DO_NOT_SHOW';
  if (endsLink && !unlink) throw linked(linkedOrganisationId);
  if (before === publicationAction) return undefined;
  const told = [
    { kind: 'ACTION', sentence: `Publicatieactie van '${labelOf(before)}' naar '${labelOf(publicationAction)}'.` } as const,
    ...(endsLink ? [{ kind: 'LINK', sentence: `Ontkoppeld van G!DS ${linkedOrganisationId}.` } as const] : []),
  ];
  return { publicationAction, told, ...(endsLink && { linkedOrganisationId: undefined }) };
}

function labelOf(action: PublicationAction): string {
  return publicationActionTerms[action].label;
}

function linked(gidsId: number): RequestRefused {
  const message = `Dit record is gekoppeld aan G!DS ${gidsId}. Een gekoppeld record blijft op '${labelOf('DO_NOT_SHOW')}': ontkoppel het eerst, of kies "ontkoppelen en wijzigen".`;
  return new RequestRefused({ kind: 'conflict', code: 'linked', message });
}
