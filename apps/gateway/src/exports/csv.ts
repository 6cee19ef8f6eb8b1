import type { ImportRecordView } from '@gids/contracts';
import { exportColumns, type CellValue } from './export-columns.js';
import { safeText } from './safe-text.js';

const byteOrderMark = '\uFEFF';

/**
 * Batches of records as CSV: UTF-8 with a byte order mark and semicolons, as Dutch spreadsheets read it, and lines and
 * quotes by RFC 4180.
 */
export async function* csvOf(batches: AsyncIterable<readonly ImportRecordView[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + lineOf(exportColumns.map(({ label }) => label)));
  for await (const records of batches) {
    yield Buffer.from(records.map((record) => lineOf(exportColumns.map(({ value }) => value(record)))).join(''));
  }
}

function lineOf(values: readonly CellValue[]): string {
  return `${values.map(fieldOf).join(';')}\r\n`;
}

function fieldOf(value: CellValue = ''): string {
  const text = typeof value === 'number' ? String(value) : safeText(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
