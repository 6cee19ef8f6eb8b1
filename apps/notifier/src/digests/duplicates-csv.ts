import type { DigestContent } from './digest-content.js';

/** Mail servers and readers take this without trouble; what is larger is on the screen (SCREENS §6). */
const largestBytes = 1_000_000;
const header = ['BronID', 'G!DS-ID', 'Naam', 'G!DS-ID dubbele', 'Naam dubbele', 'Reden'];

/** @returns all new duplicates that are named, as CSV for a spreadsheet; undefined where there are none or too many */
export function duplicatesCsv({ duplicates }: Pick<DigestContent, 'duplicates'>): string | undefined {
  const rows = duplicates
    .flatMap(({ records }) => records)
    .flatMap(({ recordId, gidsId, name, duplicates: found }) => found.map((one) => [recordId, gidsId, name, one.gidsId, one.name, one.reason]));
  if (rows.length === 0) return undefined;
  const text = `\uFEFF${[header, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
  return Buffer.byteLength(text) <= largestBytes ? text : undefined;
}

/** Text that a spreadsheet would run as a formula is made text by a quote (RELIABILITY c3-48). */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
