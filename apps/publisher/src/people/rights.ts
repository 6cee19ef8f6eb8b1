import { noImportRight, noRight } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { mayAdminister, mayAppoint, mayChangeContract, mayDecide, mayEdit, mayPlaceUnder, mayRead, mayReadRecords, type Asker, type Standing } from './may.js';
import { standingAt } from './role-store.js';

/** Something that only those may do who stand in some way to an organisation. */
export interface Act {
  readonly may: (asker: Asker, standing: Standing) => boolean;
  /** Who may, in the words of the sentence that tells so. */
  readonly who: string;
}

const above = 'de accountmanagers van de organisaties daarboven';

export const acts = {
  edit: { may: mayEdit, who: `haar redacteuren, beheerders en accountmanager, en ${above}` },
  changeContract: { may: mayChangeContract, who: `haar accountmanager en ${above}; staat er geen organisatie boven, dan ook een systeembeheerder` },
  appoint: { may: mayAppoint, who: `haar beheerders en accountmanagers, ${above}, en een systeembeheerder` },
  placeUnder: { may: mayPlaceUnder, who: `alleen haar accountmanagers en ${above}` },
} as const satisfies Record<string, Act>;

/** @throws RequestRefused (403) where somebody may not do this with an organisation */
export async function requireStanding(sql: Sql, asker: Asker, { gidsId, name }: { gidsId: number; name: string }, { may, who }: Act): Promise<void> {
  if (asker === undefined || may(asker, await standingAt(sql, asker.name, gidsId))) return;
  throw noRight(`U hebt geen recht om dit te doen bij organisatie ${gidsId} "${name}". Dat kunnen ${who}.`);
}

/** @throws RequestRefused (403) where somebody is not the administrator of the installation */
export function requireAdministrator(asker: Asker, what: string): void {
  if (!mayAdminister(asker)) throw noRight(`${what} kan alleen een systeembeheerder.`);
}

/** @throws RequestRefused (403) for a script: the back office is for people */
export function requirePerson(asker: Asker): void {
  if (!mayRead(asker)) throw noRight(forPeopleOnly);
}

/**
 * Somebody's right to the records of one import.
 * @throws RequestRefused (403)
 */
export type ImportRule = (importId: string) => void;

/** For who decides on records (R78). */
export const deciding = (asker: Asker): ImportRule => importRule(asker, mayDecide);

/** For who reads records (R88). */
export const reading = (asker: Asker): ImportRule => importRule(asker, mayReadRecords);

/** @returns the rule that refuses whom the right does not cover */
export function importRule(asker: Asker, may: (asker: Asker, importId: string) => boolean): ImportRule {
  return (importId) => {
    if (may(asker, importId)) return;
    if (asker?.kind === 'SCRIPT' && asker.importRights.includes(importId)) throw noRight(forPeopleOnly);
    throw noImportRight(importId);
  };
}

const forPeopleOnly = 'Een importscript levert gegevens en leest zijn eigen records; al het andere doet een persoon.';
