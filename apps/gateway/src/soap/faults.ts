import { RequestRefused, type Problem } from '@gids/contracts';
import { classifyError } from '@gids/persistence';
import type { InputError } from '../api/problem.js';
import { HttpProblem, problems } from '../http/problems.js';
import { problemOf } from '../http/problem-of.js';
import { SoapRefusal, type FaultCode } from './soap-refusal.js';

/** Why an order is refused; each has its element in the detail of the fault. */
export const faultNames = [
  'GeenImportrecht',
  'GeenRecht',
  'OnbekendeOrganisatie',
  'OnbekendeAccountmanager',
  'OngeldigeInvoer',
  'GekoppeldConflict',
  'NietToegestaan',
] as const;
export type FaultName = (typeof faultNames)[number];

/** What a caller hears of something that went wrong, whatever it was; what nobody foresaw tells nothing of itself (RELIABILITY e15). */
export function refusalOf(error: unknown, faults: readonly FaultName[]): SoapRefusal {
  if (error instanceof SoapRefusal) return error;
  if (error instanceof RequestRefused) return refusalOfService(error.problem, faults);
  if (error instanceof HttpProblem) return new SoapRefusal(codeFor(error.status), error.message, { status: error.status, headers: error.headers });
  const { message } = classifyError(error) === 'other' ? problems.unexpected() : problemOf(error, '');
  return new SoapRefusal('Server', message);
}

function codeFor(status: number): FaultCode {
  return status < 500 ? 'Client' : 'Server';
}

function refusalOfService(problem: Problem, faults: readonly FaultName[]): SoapRefusal {
  const { message, errors = [] } = problem;
  const fault = faultFor(problem, faults);
  if (!fault) return new SoapRefusal('Server', message);
  return new SoapRefusal('Client', message, { fault, errors: errors.map(toInputError) });
}

/** Undefined for what is nobody's fault: a version that was just changed, a service that is away. */
function faultFor({ kind, code, errors = [] }: Problem, faults: readonly FaultName[]): FaultName | undefined {
  switch (kind) {
    case 'forbidden':
      return faults.includes('GeenImportrecht') ? 'GeenImportrecht' : 'GeenRecht';
    case 'notFound':
      return 'OnbekendeOrganisatie';
    case 'invalid':
      return faults.includes('OnbekendeAccountmanager') && errors.some(({ field }) => isAccountManager(field)) ? 'OnbekendeAccountmanager' : 'OngeldigeInvoer';
    case 'conflict':
      return code === 'linked' ? 'GekoppeldConflict' : 'NietToegestaan';
    default:
      return undefined;
  }
}

function isAccountManager(field: string): boolean {
  return /^account ?manager$/i.test(field);
}

/** What the publisher calls wrong, in the words of the messages. */
const elementNames: Readonly<Record<string, string>> = {
  Accountmanager: 'AccountmanagerID',
  accountManager: 'AccountmanagerID',
  'Bovenliggende organisatie': 'BovenliggendeOrganisatieID',
  parentGidsId: 'BovenliggendeOrganisatieID',
  gidsId: 'GidsID',
  note: 'ImportToelichting',
  recordId: 'BronID',
  runId: 'RunID',
  type: 'Soort',
};

function toInputError({ field, code, message }: NonNullable<Problem['errors']>[number]): InputError {
  return { veld: elementNames[field] ?? field, code, melding: message };
}
