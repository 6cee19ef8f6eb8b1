import { fold } from './text.js';

/** A prefix that says that a number follows: `tel.`, `Tel:`, `telefoon`, `T:`. */
const label = /^(?:tel(?:efoon)?(?:nummer)?|t)\b[.:\s]*/;
/** Whatever people put between digits; an apostrophe is a remnant of LRK's wrapping. */
const separators = /[\s().'/-]/g;

/**
 * Reads one Dutch telephone number: `020-3446130`, `+31 (0)20 344 61 30`, `0031203446130`, `tel. 020 3446130`.
 * @returns ten digits in national form, or undefined: also for two numbers in one field,
 * foreign numbers and short service numbers
 */
export function normalisePhone(value: string): string | undefined {
  const digits = fold(value).replace(label, '').replace(separators, '').replace(/^(?:\+|00)310?/, '0');
  return /^0[1-9][0-9]{8}$/.test(digits) ? digits : undefined;
}
