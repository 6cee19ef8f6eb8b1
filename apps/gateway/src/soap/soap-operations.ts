import { copyOrganisation } from './operations/copy-organisation.js';
import { changeAction, linkOrganisation, saveNote } from './operations/decisions.js';
import { listStatuses } from './operations/list-statuses.js';
import { logOrganisation, processOrganisation } from './operations/process-organisation.js';
import type { SoapOperation } from './soap-operation.js';

/** The six functions of the seed, and the second name of the first (S2:107-112). */
export const soapOperations = [processOrganisation, logOrganisation, listStatuses, changeAction, linkOrganisation, saveNote, copyOrganisation] as readonly unknown[] as readonly SoapOperation[];

const byName = new Map(soapOperations.map((operation) => [operation.name, operation]));

/** @returns the operation that an element in the body names, or undefined where there is none */
export function operationNamed(name: string): SoapOperation | undefined {
  return byName.get(name);
}
