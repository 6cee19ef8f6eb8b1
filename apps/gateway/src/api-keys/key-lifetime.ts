import { problems } from '../http/problems.js';

const standardYears = 1;
const longestYears = 2;

/**
 * @param asked until when a key must count; a year where it is absent
 * @returns until when it counts
 * @throws HttpProblem 400 where that is over already, or more than two years away
 */
export function expiryOf(asked: Date | undefined, now: Date): Date {
  const expiry = asked ?? yearsAfter(now, standardYears);
  if (expiry <= now) throw wrong('Geef een moment in de toekomst.');
  if (expiry > yearsAfter(now, longestYears)) throw wrong('Een sleutel geldt ten hoogste twee jaar.');
  return expiry;
}

function yearsAfter(moment: Date, years: number): Date {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

function wrong(melding: string) {
  return problems.invalidInput([{ veld: 'verlooptOp', code: 'ongeldigeWaarde', melding }]);
}
