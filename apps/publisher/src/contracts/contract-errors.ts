import { RequestRefused, type ControlTerm } from '@gids/contracts';
import { emptyField } from '@gids/validation';
import { errorsOf, type FieldError } from '../organisations/refusals.js';
import type { Known } from '../people/person-store.js';
import type { Parent } from './contract-store.js';

/** What a person wants to agree; anything may still be missing. */
export interface ProposedContract {
  readonly parentGidsId?: number | undefined;
  readonly accountManager?: string | undefined;
  readonly controlTerm: ControlTerm;
}

/** What is known of what a contract names. */
export interface ContractFacts {
  /** The organisation that it names; undefined where there is none. */
  readonly parent: Parent | undefined;
  readonly accountManager: Known;
  /** Whether the person is ACCOUNT_MANAGER at that parent or above. */
  readonly managesParent: boolean;
}

const parentLabel = 'Bovenliggende organisatie';
const accountManagerLabel = 'Accountmanager';
const controlTermLabel = 'Controletermijn';

/**
 * Everything that is wrong with a contract that a person proposes, together (R63, R94).
 * @param parentMandatory a root may stand under nobody, a copy may not (R63)
 */
export function contractErrors(proposed: ProposedContract, facts: ContractFacts, parentMandatory: boolean): FieldError[] {
  const { parentGidsId, accountManager = '', controlTerm } = proposed;
  const missing = [
    ...(parentMandatory && parentGidsId === undefined ? [parentLabel] : []),
    ...(accountManager.trim() === '' ? [accountManagerLabel] : []),
  ];
  return [
    ...errorsOf(missing.map(emptyField)),
    ...(parentGidsId !== undefined && !facts.parent ? [unknownParent(parentGidsId)] : []),
    ...(accountManager.trim() === '' ? [] : accountManagerErrors(accountManager, facts)),
    ...(controlTerm === 'INFINITE' ? [infiniteTerm] : []),
  ];
}

/** Nothing that people manage may stand under an import (R10). @throws RequestRefused where it would */
export function refuseImportedParent(parent: Parent | undefined): void {
  if (!parent || parent.management === 'MANAGED') return;
  const message = `Onder organisatie ${parent.gidsId} "${parent.name}" staat alleen wat een import brengt. Kies een andere bovenliggende organisatie.`;
  throw new RequestRefused({ kind: 'conflict', code: 'importedParent', message });
}

/** Only somebody who is there, and who is responsible for what stands under the parent, can be its account manager (R63). */
function accountManagerErrors(account: string, { parent, accountManager, managesParent }: ContractFacts): FieldError[] {
  if (accountManager === 'unknown') return [accountManagerError('unknownPerson', `er is geen account "${account}".`)];
  if (accountManager === 'blocked') return [accountManagerError('blockedPerson', `account "${account}" is geblokkeerd; kies iemand anders.`)];
  if (parent?.management !== 'MANAGED' || managesParent) return [];
  return [accountManagerError('notAccountManager', `"${account}" is geen accountmanager van organisatie ${parent.gidsId} "${parent.name}" of een organisatie daarboven.`)];
}

function accountManagerError(code: string, message: string): FieldError {
  return { field: accountManagerLabel, code, message: `${accountManagerLabel}: ${message}` };
}

function unknownParent(gidsId: number): FieldError {
  return { field: parentLabel, code: 'unknownOrganisation', message: `${parentLabel}: er is geen organisatie met G!DS-ID ${gidsId}.` };
}

const infiniteTerm: FieldError = {
  field: controlTermLabel,
  code: 'infiniteControlTerm',
  message: `${controlTermLabel}: onbeperkt geldt alleen voor wat een import brengt; geef een aantal weken op.`,
};
