/** A number in [0, 1). */
export type Random = () => number;

/**
 * A stream of numbers that depends on nothing but its two arguments (mulberry32). A row thus stays the same whatever the
 * number of rows around it, so that two files of one seed differ only where they are meant to.
 */
export function randomFor(seed: number, index: number): Random {
  let state = Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `from` up to and including `to`. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the values, each as likely; throws when there is none. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[between(random, 0, values.length - 1)];
  if (value === undefined) throw new Error('Uit een lege lijst valt niets te kiezen.');
  return value;
}

/** True in `share` (0 … 1) of the cases. */
export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** A string of `length` decimal digits; the first one may be 0. */
export function digits(random: Random, length: number): string {
  return Array.from({ length }, () => between(random, 0, 9)).join('');
}

/** A string of `length` hexadecimal digits in lower case. */
export function hexadecimal(random: Random, length: number): string {
  return Array.from({ length }, () => between(random, 0, 15).toString(16)).join('');
}
