import type { ImportStatus, PublicationAction } from '@gids/contracts';

/** All that the visibility of an imported organisation depends on. */
export interface VisibilityInput {
  readonly presentAtSource: boolean;
  /** The source may withhold visibility, never force it (A14). */
  readonly makeVisible: boolean;
  /** Erased on a person's demand (N37). */
  readonly suppressed: boolean;
  readonly status: ImportStatus;
  readonly action: PublicationAction;
}

/** Whether the public sees an imported organisation: table 5.2, for every input (R31-R36). */
export function decideVisibility({ presentAtSource, makeVisible, suppressed, status, action }: VisibilityInput): boolean {
  if (suppressed || !presentAtSource || !makeVisible || action === 'DO_NOT_SHOW') return false;
  if (status === 'SUCCESS') return true;
  return status === 'DUPLICATES_FOUND' && action === 'SHOW_IGNORE_DUPLICATES';
}
