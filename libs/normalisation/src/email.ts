import { cleanText } from './text.js';

const longest = 254;
const localPart = /^(?=.{1,64}$)[a-z0-9_%+&-]+(?:\.[a-z0-9_%+&-]+)*$/i;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * Reads exactly one plain e-mail address; the domain is lower-cased.
 * Display names, quoted local parts, two addresses and line ends inside are refused (RELIABILITY c1 row 45).
 * @returns the address, or undefined
 */
export function normaliseEmail(value: string): string | undefined {
  const text = cleanText(value).replace(/^mailto:/i, '');
  const at = text.lastIndexOf('@');
  const address = `${text.slice(0, at)}@${text.slice(at + 1).toLowerCase()}`;
  const plain = at > 0 && localPart.test(text.slice(0, at)) && domain.test(address.slice(at + 1));
  return plain && address.length <= longest ? address : undefined;
}
