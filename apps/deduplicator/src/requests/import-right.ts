import { hasImportRight, noImportRight, noRight, type Actor } from '@gids/contracts';

/**
 * What counts as a duplicate is for a person with the importrecht to say (R46, R78, A5); the house itself may too.
 * @throws RequestRefused (403) for anybody else, a script among them
 */
export function requireImportManager(asker: Actor | undefined, importId: string): void {
  if (!hasImportRight(asker, importId)) throw noImportRight(importId);
  if (asker?.kind === 'SCRIPT') throw noRight('Wat een dubbele is beoordeelt een persoon, niet een importscript.');
}
