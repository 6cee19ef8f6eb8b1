import { fold } from '@gids/normalisation';

/** Finds what a value of the source stands for; undefined when the table does not know it. */
export type ValueTable<T> = (value: string) => T | undefined;

/**
 * A table of the values a column can hold. Case, accents and double blanks make no difference.
 * Values live in such tables, not in conditions, so that a new one is one line.
 */
export function oneOf<T>(values: Readonly<Record<string, T>>): ValueTable<T> {
  const table = new Map(Object.entries(values).map(([value, meaning]) => [fold(value), meaning]));
  return (value) => table.get(fold(value));
}

/** A table for a column that holds several values at once, such as `VBO/MAVO`; all must be known. */
export function eachOf(values: Readonly<Record<string, string>>, separator: string): ValueTable<string> {
  const find = oneOf(values);
  return (value) => {
    const parts = value.split(separator).map(find);
    return parts.every((part) => part !== undefined) ? parts.join(separator) : undefined;
  };
}
