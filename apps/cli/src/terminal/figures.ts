const counts = new Intl.NumberFormat('nl-NL');
const sizes = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const moments = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'medium', timeStyle: 'medium' });

/** A count with points between the thousands. */
export const countText = (count: number): string => counts.format(count);

/** A count with its noun: `1 regel`, `2.400 regels`. */
export const countedText = (count: number, one: string, many: string): string => `${countText(count)} ${count === 1 ? one : many}`;

/** @param iso a moment in RFC 3339; comes out in the time zone of the user */
export const momentText = (iso: string): string => moments.format(new Date(iso));

/** @param bytes comes out in the largest unit of which there is at least one */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${sizes.format(bytes / 1_000 ** step)} ${units[step]}`;
}

/** @param seconds comes out in at most two units; below a second in tenths */
export function durationText(seconds: number): string {
  if (seconds < 1) return `${sizes.format(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${pair(whole % 60)} s`;
  return `${countText(Math.floor(whole / 3_600))} u ${pair(Math.floor((whole % 3_600) / 60))} min`;
}

const pair = (part: number): string => String(part).padStart(2, '0');
