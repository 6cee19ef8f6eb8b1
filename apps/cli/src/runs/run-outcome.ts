import { exitCodes, type ExitCode } from '../exit-code.js';
import type { Run } from '../gateway/run.js';

/** @returns with which exit code a command ends that waited for this run */
export function exitCodeOf(run: Run): ExitCode {
  if (run.status === 'mislukt' || run.status === 'geweigerd' || run.status === 'gestopt') return exitCodes.error;
  if (run.status === 'wachtOpAkkoord') return exitCodes.waitsForApproval;
  const { afgekeurd, conversiefouten, validatiefouten, terzijde } = run.aantallen;
  return afgekeurd + conversiefouten + validatiefouten + terzijde > 0 ? exitCodes.rowErrors : exitCodes.ok;
}
