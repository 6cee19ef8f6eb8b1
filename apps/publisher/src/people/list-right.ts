import { noRight } from '@gids/contracts';
import { sourceById } from '@gids/sources';
import type { Asker } from './may.js';
import { reading } from './rights.js';

/** What a list may name of where its records come from. */
export interface Origin {
  readonly importId?: string | undefined;
  readonly sourceId?: string | undefined;
}

/**
 * A list holds the records of the imports of the asker only; who asks for those of another is told so (R78).
 * @throws RequestRefused (403) where the asker has no importrecht at all, or not that of what the list names
 */
export function requireListed(asker: Asker, { importId, sourceId = '' }: Origin): void {
  if (asker?.importRights.length === 0) throw noRight('U hebt van geen enkele import het importrecht. Een systeembeheerder kan het geven.');
  const named = [importId, sourceById(sourceId)?.importId];
  for (const one of named) if (one !== undefined) reading(asker)(one);
}
