import { fold } from './text.js';

/** A house number split the way the BAG splits it (N27). */
export interface HouseNumber {
  readonly houseNumber: number;
  /** One capital. */
  readonly houseLetter?: string;
  /** In capitals, parts joined by `-`; at most 20 characters. A range keeps its second number here. */
  readonly houseNumberAddition?: string;
}

/** A spreadsheet turns `1-3` into `1-mrt`: that is damage, not an addition (RELIABILITY c1 row 39). */
const months = new Set(['JAN', 'FEB', 'MRT', 'MAR', 'APR', 'MEI', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OKT', 'OCT', 'NOV', 'DEC']);
const longestAddition = 20;

/**
 * Reads a house number with what may follow it, as DUO and LRK write it:
 * `3-A`, `1-3`, `1-A-5`, `4-4A`, `27-A 29`, `38-+40`, `25 H`, `30b`, `6 huis`, `20 n 1`.
 * A single letter right after the number is the house letter, all that follows is the addition.
 * @returns undefined when the value does not start with a number from 1 to 99999 or cannot be a house number
 */
export function parseHouseNumber(value: string): HouseNumber | undefined {
  const parts = /^([0-9]{1,5})(?![0-9])(.*)$/.exec(fold(value).toUpperCase());
  const houseNumber = Number(parts?.[1] ?? 0);
  const tokens = tokensOf(parts?.[2] ?? '');
  if (houseNumber === 0 || !tokens) return undefined;
  const [houseLetter, addition] = splitLetter(tokens);
  if (addition.length > longestAddition) return undefined;
  return { houseNumber, ...(houseLetter && { houseLetter }), ...(addition && { houseNumberAddition: addition }) };
}

function tokensOf(rest: string): string[] | undefined {
  const tokens = rest.replace(/\bT\s?[/.]\s?M\b/, ' ').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const readable = tokens.every((token) => /^[A-Z0-9]+$/.test(token) && !months.has(token));
  return readable ? tokens : undefined;
}

function splitLetter(tokens: readonly string[]): [letter: string, addition: string] {
  const [first = '', ...others] = tokens;
  const glued = /^([A-Z])([0-9]*)$/.exec(first);
  if (!glued) return ['', tokens.join('-')];
  return [glued[1] ?? '', [glued[2], ...others].filter(Boolean).join('-')];
}
