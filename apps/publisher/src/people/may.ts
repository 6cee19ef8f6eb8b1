import { hasImportRight, type Actor, type OrganisationRole } from '@gids/contracts';

/** Who asks. The house itself, undefined, may everything; what is asked must be right for it too. */
export type Asker = Actor | undefined;

/** How somebody stands to an organisation that people manage. */
export interface Standing {
  /** It stands under nobody. */
  readonly root: boolean;
  /** His roles at the organisation itself. */
  readonly roles: readonly OrganisationRole[];
  /** Its contract names him. */
  readonly contractManager: boolean;
  /** He is ACCOUNT_MANAGER at its parent or anywhere above. */
  readonly accountManagerAbove: boolean;
}

const editing: readonly OrganisationRole[] = ['EDITOR', 'EXTERNAL_EDITOR', 'ADMINISTRATOR'];
const appointing: readonly OrganisationRole[] = ['ADMINISTRATOR', 'ACCOUNT_MANAGER'];

/** See what the back office sees, hidden or not (R71); childminders of an import apart, private persons at home (N39): `seenBy`. */
export function mayRead(asker: Asker): boolean {
  return isPerson(asker);
}

/** List and read the import records of an import (R78, R88); a script too, of its own import. */
export function mayReadRecords(asker: Asker, importId: string): boolean {
  return hasImportRight(asker, importId);
}

/** Change action, link or note, judge, copy for a transfer: only a person with the importrecht (R78, R89-R91). */
export function mayDecide(asker: Asker, importId: string): boolean {
  return isPerson(asker) && hasImportRight(asker, importId);
}

/** Erase somebody's record for good (N37). */
export function mayErase(asker: Asker, importId: string): boolean {
  return mayDecide(asker, importId) || mayAdminister(asker);
}

/** End a whole import (R97), or enter an organisation that stands under nobody. */
export function mayAdminister(asker: Asker): boolean {
  return asker === undefined || (isPerson(asker) && asker.systemAdministrator);
}

/** Enter, copy or place an organisation under this one: its account managers, and those above (R63, R65, G9). */
export function mayPlaceUnder(asker: Asker, standing: Standing): boolean {
  return asker === undefined || (isPerson(asker) && isAccountManager(standing));
}

/** Responsible for what stands below an organisation: ACCOUNT_MANAGER there or anywhere above (G12, G14). */
export function isAccountManager({ roles, accountManagerAbove }: Standing): boolean {
  return accountManagerAbove || roles.includes('ACCOUNT_MANAGER');
}

/** Change its contract, or delete it (G9, R50, R95). */
export function mayChangeContract(asker: Asker, { root, contractManager, accountManagerAbove }: Standing): boolean {
  return asker === undefined || (isPerson(asker) && (contractManager || accountManagerAbove || (root && asker.systemAdministrator)));
}

/** Change its content, show, hide or confirm it, or change its products. */
export function mayEdit(asker: Asker, standing: Standing): boolean {
  return isPerson(asker) && (mayChangeContract(asker, standing) || standing.roles.some((role) => editing.includes(role)));
}

/** Give and take roles at it (G12). */
export function mayAppoint(asker: Asker, standing: Standing): boolean {
  return isPerson(asker) && (mayAdminister(asker) || mayChangeContract(asker, standing) || standing.roles.some((role) => appointing.includes(role)));
}

/** Take over the products of a record: who edits the organisation that it is linked to, or the import manager (R59, R73). */
export function mayTakeOver(asker: Asker, importId: string, target: Standing | undefined): boolean {
  return mayDecide(asker, importId) || (target !== undefined && mayEdit(asker, target));
}

/** A script never does what a person decides. */
function isPerson(asker: Asker): boolean {
  return asker?.kind !== 'SCRIPT';
}
