import { fold } from './text.js';

/**
 * Reads a Dutch postcode in any common notation: `9306 TC`, `9306tc`, `9306-TC`.
 * @returns the four digits and two letters together (`9306TC`), or undefined when it is none
 */
export function normalisePostcode(value: string): string | undefined {
  const parts = /^([1-9][0-9]{3})[ -]{0,2}([a-z]{2})$/.exec(fold(value));
  return parts ? `${parts[1]}${parts[2]?.toUpperCase()}` : undefined;
}
