import { hasImportRight, noImportRight, noRight, type Actor, type StartImport, type PayloadOf } from '@gids/contracts';

/** Who asks; undefined is the house itself, which may everything. */
export type Asker = Actor | undefined;

/** See the sources and runs of an import, and what a held one would do: with its importrecht, or to run the installation (R78). */
export function maySeeRuns(asker: Asker, importId: string): boolean {
  return hasImportRight(asker, importId) || isAdministrator(asker);
}

/** Start a run: who may see it; a script brings its own file only (REQUIREMENTS table 7). */
export function mayStartRun(asker: Asker, importId: string, transport: PayloadOf<typeof StartImport>['transport']): boolean {
  return maySeeRuns(asker, importId) && (isPerson(asker) || transport === 'PUSH');
}

/** Decide on a held run: a person's choice, never a script's (R8). */
export function mayDecideRun(asker: Asker, importId: string): boolean {
  return isPerson(asker) && maySeeRuns(asker, importId);
}

/** Send the file of a run: who started it, as long as he might. */
export function maySendFile(asker: Asker, { importId, requestedBy }: { importId: string; requestedBy: string }): boolean {
  return asker === undefined || (mayStartRun(asker, importId, 'PUSH') && asker.name === requestedBy);
}

/** @returns the imports that a list is about; undefined where it is about all */
export function seenImports(asker: Asker): readonly string[] | undefined {
  return isAdministrator(asker) ? undefined : asker?.importRights;
}

/** @throws RequestRefused (403) where the right is missing, with which one that is */
export function requireRunRight(asker: Asker, importId: string, may: boolean): void {
  if (may) return;
  if (!maySeeRuns(asker, importId)) throw noImportRight(importId);
  throw noRight('Een importscript start alleen runs met zijn eigen bestand; op een run die wacht beslist een persoon.');
}

function isPerson(asker: Asker): boolean {
  return asker?.kind !== 'SCRIPT';
}

function isAdministrator(asker: Asker): boolean {
  return asker === undefined || (isPerson(asker) && asker.systemAdministrator);
}
