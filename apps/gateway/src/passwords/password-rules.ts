import { mostUsed } from './most-used.js';

/** Shorter passwords are guessed; longer ones than the most cost time to no purpose. */
export const shortestPassword = 12;
export const longestPassword = 1_024;

/**
 * What makes a password easy to guess. Which characters are in it does not matter: rules on that make passwords worse (NIST
 * SP 800-63B).
 * @param name of the account
 * @returns why the password is refused, in Dutch; undefined where it is good
 */
export function faultInPassword(password: string, name: string): string | undefined {
  const plain = password.normalize('NFC').toLowerCase();
  if ([...plain].length < shortestPassword) return `Gebruik ten minste ${shortestPassword} tekens, zoals een paar woorden achter elkaar.`;
  if (plain.includes(name.toLowerCase())) return 'De naam van uw account mag niet in het wachtwoord staan.';
  if (mostUsed.has(plain) || new Set(plain).size < 4) return 'Dit wachtwoord gebruiken te veel mensen. Kies iets anders.';
  return undefined;
}
