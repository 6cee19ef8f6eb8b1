const numbers = new Intl.NumberFormat('nl-NL');
const moments = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
const days = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'Europe/Amsterdam' });

/** Line ends, other control characters, and those that turn the reading direction round. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Longest subject that mail programs and servers take without folding it badly. */
export const longestSubject = 150;

/** @returns a count as a reader writes it: 6122 is `6.122`. */
export function figure(value: number): string {
  return numbers.format(value);
}

/** @returns the Dutch wall clock of a moment: `4 augustus 2026 om 08:00`. */
export function moment(instant: string): string {
  return moments.format(new Date(instant));
}

/** @returns the Dutch day of a moment: `4 augustus`. */
export function dayAndMonth(instant: string): string {
  return days.format(new Date(instant));
}

/** @returns a count with its word: `1 fout`, `3 fouten`. */
export function counted(count: number, one: string, more: string): string {
  return `${figure(count)} ${count === 1 ? one : more}`;
}

/** @returns the line under a list that does not show everything; none where it does. */
export function moreText(more: number): string[] {
  return more > 0 ? [`En nog ${figure(more)}. U vindt ze allemaal via de knop of de link hieronder.`] : [];
}

/** @returns the source as a title: `duo-po` is `DUO PO`. */
export function sourceTitle(sourceId: string): string {
  return oneLine(sourceId.replaceAll('-', ' ').toUpperCase());
}

/** @returns text from elsewhere as one line without characters that a reader cannot see. */
export function oneLine(text: string): string {
  return text.replace(unprintable, ' ').trim();
}

/** @returns one line that fits a subject; what is cut off is shown by an ellipsis. */
export function subjectLine(text: string): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= longestSubject ? characters.join('') : `${characters.slice(0, longestSubject - 1).join('')}…`;
}
