import type { DirectoryOrganisation } from '@gids/contracts';
import type { RecordChange } from '../records/change-records.js';

/** The copy of a record's organisation, as far as the record looks at it. */
export type TransferredCopy = Pick<DirectoryOrganisation, 'gidsId' | 'visible' | 'organisation'>;

/**
 * What becomes of a record whose organisation an editor takes over (R62): action 3 and, if asked, a link to the copy.
 * Where the copy is not visible the record stays as it is, so that the public is never left with nothing (A35).
 */
export function transferRecord(copy: TransferredCopy, link: boolean): RecordChange {
  const named = `G!DS ${copy.gidsId} ${copy.organisation.name}`;
  if (!copy.visible) return { told: [{ kind: 'ACTION', sentence: `Beheer gekopieerd naar ${named}; die is nog niet zichtbaar, daarom blijft deze organisatie zoals zij is.` }] };
  return {
    publicationAction: 'DO_NOT_SHOW',
    told: [{ kind: 'ACTION', sentence: `Beheer overgedragen aan ${named}.` }, ...(link ? [{ kind: 'LINK', sentence: `Gekoppeld aan ${named}.` } as const] : [])],
    ...(link && { linkedOrganisationId: copy.gidsId }),
  };
}
