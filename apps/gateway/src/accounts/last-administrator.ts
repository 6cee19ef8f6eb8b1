import type { AccountChange } from '../api/account.js';
import { problems } from '../http/problems.js';

/**
 * Sees to it that somebody is left who can give rights (RELIABILITY e3).
 * @param administrators names of the systeembeheerders that are not blocked
 * @throws HttpProblem 409 where a change would take or block the last one
 */
export function assertAdministratorStays(administrators: readonly string[], name: string, { systeembeheerder, geblokkeerd }: AccountChange): void {
  const leaves = systeembeheerder === false || geblokkeerd === true;
  if (!leaves || administrators.some((other) => other !== name) || !administrators.includes(name)) return;
  const detail = `"${name}" is de laatste systeembeheerder die zich kan aanmelden. Maak eerst iemand anders systeembeheerder.`;
  throw problems.conflict(detail, 'laatsteSysteembeheerder');
}
