import type { Delimiter } from './csv-dialect.js';

/**
 * DUO publishes the same data with `;` and with `,` (FORMATS §2), so the header decides.
 *
 * @returns the one that occurs most outside quotes; nothing when neither does.
 */
export function detectDelimiter(headerLine: string): Delimiter | undefined {
  const unquoted = headerLine.replaceAll(/"[^"]*"/g, '');
  const semicolons = unquoted.split(';').length - 1;
  const commas = unquoted.split(',').length - 1;
  if (semicolons === 0 && commas === 0) return undefined;
  return semicolons >= commas ? ';' : ',';
}
