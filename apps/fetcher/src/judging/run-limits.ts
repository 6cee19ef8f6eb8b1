import type { RunLimits, Source } from '@gids/sources';

/** Limits for every source (RELIABILITY c5, 3); a manifest may have others. */
export const defaultLimits: RunLimits = {
  rowsAtLeast: 90,
  rowsRefusedBelow: 50,
  rowsAtMost: 150,
  vanished: 2,
  hidden: 2,
  changed: 20,
  badRows: 1,
  fillRateDrop: 10,
  few: 20,
  smallSource: 100,
};

/** @returns the limits of a source: those of its manifest, and the default ones for the rest */
export function limitsOf({ limits }: Pick<Source, 'limits'>): RunLimits {
  return { ...defaultLimits, ...limits };
}
