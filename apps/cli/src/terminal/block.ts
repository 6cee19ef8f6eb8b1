import { printable, widthOf } from './printable.js';

/** One line of an aligned block; without a value it is left out. */
export interface BlockLine {
  readonly label: string;
  readonly value: string | undefined;
}

/** Labels on the left, values in one column; lines without a value are left out. */
export function textBlock(lines: readonly BlockLine[]): string[] {
  const shown = lines.flatMap(({ label, value }) => (value ? [{ label, value: printable(value) }] : []));
  const labels = Math.max(0, ...shown.map(({ label }) => widthOf(label)));
  return shown.map(({ label, value }) => `${label.padEnd(labels)}  ${value}`);
}

/** Labels on the left, figures lined up on the right, as in an account. */
export function figureBlock(lines: readonly BlockLine[]): string[] {
  const shown = lines.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  const labels = Math.max(0, ...shown.map(({ label }) => widthOf(label)));
  const values = Math.max(0, ...shown.map(({ value }) => widthOf(value)));
  return shown.map(({ label, value }) => `${label.padEnd(labels)}  ${value.padStart(values)}`);
}
