/** Characters that change what a terminal shows or does: control characters, line separators, writing direction. */
const unprintable = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text without anything that a terminal would obey; line breaks become spaces too. */
export const defused = (text: string): string => text.replace(unprintable, ' ');

/**
 * Text of a source or a server as one line without anything a terminal would obey. A file from outside may
 * hold escape sequences, and a tab or line break would break a column.
 */
export function printable(text: string): string {
  return defused(text.normalize('NFC')).trim();
}

/** @returns how many columns the text takes on a terminal, without styling */
export const widthOf = (text: string): number => [...text].length;

/** Shortens to a number of columns, with an ellipsis in the last one. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(width - 1, 0)).join('')}…`;
}
