import { RequestRefused, type ControlTerm } from '@gids/contracts';
import { emptyField } from '@gids/validation';
import { errorsOf, type FieldError } from '../organisations/refusals.js';
import type { Parent } from './contract-store.js';

/** What a person wants to agree; anything may still be missing. */
export interface ProposedContract {
  readonly parentGidsId?: number | undefined;
  readonly accountManager?: string | undefined;
  readonly controlTerm: ControlTerm;
}

const parentLabel = 'Bovenliggende organisatie';
const accountManagerLabel = 'Accountmanager';
const controlTermLabel = 'Controletermijn';

/**
 * Everything that is wrong with a contract that a person proposes, together (R63, R94).
 * @param parent the organisation that it names; undefined where there is none
 * @param parentMandatory a root may stand under nobody, a copy may not (R63)
 */
export function contractErrors(proposed: ProposedContract, parent: Parent | undefined, parentMandatory: boolean): FieldError[] {
  const { parentGidsId, accountManager = '', controlTerm } = proposed;
  const missing = [
    ...(parentMandatory && parentGidsId === undefined ? [parentLabel] : []),
    ...(accountManager.trim() === '' ? [accountManagerLabel] : []),
  ];
  return [
    ...errorsOf(missing.map(emptyField)),
    ...(parentGidsId !== undefined && !parent ? [unknownParent(parentGidsId)] : []),
    ...(controlTerm === 'INFINITE' ? [infiniteTerm] : []),
  ];
}

/** Nothing that people manage may stand under an import (R10). @throws RequestRefused where it would */
export function refuseImportedParent(parent: Parent | undefined): void {
  if (!parent || parent.management === 'MANAGED') return;
  const message = `Onder organisatie ${parent.gidsId} "${parent.name}" staat alleen wat een import brengt. Kies een andere bovenliggende organisatie.`;
  throw new RequestRefused({ kind: 'conflict', code: 'importedParent', message });
}

function unknownParent(gidsId: number): FieldError {
  return { field: parentLabel, code: 'unknownOrganisation', message: `${parentLabel}: er is geen organisatie met G!DS-ID ${gidsId}.` };
}

const infiniteTerm: FieldError = {
  field: controlTermLabel,
  code: 'infiniteControlTerm',
  message: `${controlTermLabel}: onbeperkt geldt alleen voor wat een import brengt; geef een aantal weken op.`,
};
