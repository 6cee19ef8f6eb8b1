import { hasImportRight, noImportRight, ShowImportOrganisation } from '@gids/contracts';
import { actorOf } from '../sign-in/caller.js';
import type { SoapCall } from './soap-operation.js';
import { wholeNumber } from './values.js';

/** How the functions of the seed name an import (S2:107). */
export const importOrganisationId = wholeNumber('G!DS-ID van de importorganisatie.');

/** @returns the import of an importorganisatie. @throws RequestRefused (404) where there is none, (403) without its importrecht (R78) */
export async function findImport(gidsId: number, { ask, caller }: SoapCall): Promise<string> {
  const { importId } = await ask(ShowImportOrganisation, { gidsId });
  if (!hasImportRight(actorOf(caller), importId)) throw noImportRight(importId);
  return importId;
}
