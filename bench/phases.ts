/** A moment in the life of a directory at which a file comes in; each import stands on those before it. */
export interface Phase {
  /** Name on the command line and in the report. */
  readonly name: PhaseName;
  /** What the file is, compared with the first one. */
  readonly recipe: { readonly changedPercentage: number; readonly reversed: boolean };
}

export type PhaseName = 'koud' | 'identiek' | 'herordend' | 'gewijzigd';

/** In the order in which they are measured; `koud` always comes first, as the others import again. */
export const phases: readonly Phase[] = [
  { name: 'koud', recipe: { changedPercentage: 0, reversed: false } },
  { name: 'identiek', recipe: { changedPercentage: 0, reversed: false } },
  { name: 'herordend', recipe: { changedPercentage: 0, reversed: true } },
  { name: 'gewijzigd', recipe: { changedPercentage: 2, reversed: false } },
];
