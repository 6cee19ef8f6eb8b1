import { isPrivatePerson } from './private-person.js';

/** Names of fields whose values are never kept in the log: secrets, ways to reach a person, and notes for holders of the importrecht only (e26, N38). */
const secretNames = /wachtwoord$|geheim|^sleutel$|^token$|^code$|^state$|e-?mail|telefoon|mobiel|adres$|straat|huisnummer|postcode|importtoelichting/i;
const emailAddress = /[^\s@<>",;:]+@[^\s@<>",;:]+\.[a-z]{2,}/gi;
const longestText = 1_000;
export const omitted = '[weggelaten]';

/** @returns whether what has this name may not be kept */
export function isSecretName(name: string): boolean {
  return secretNames.test(name);
}

/** @returns the same value without what may not be kept; also an e-mail address in the middle of a text goes */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(emailAddress, omitted).slice(0, longestText);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  const secret = isPrivatePerson(value) ? (name: string) => name === 'naam' || isSecretName(name) : isSecretName;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, isThere(part) && secret(name) ? omitted : redact(part)]));
}

/** That there is no value may be known. */
function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
