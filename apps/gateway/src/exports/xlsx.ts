import type { ImportRecordView } from '@gids/contracts';
import { Zip, ZipDeflate } from 'fflate';
import { exportColumns, type CellValue } from './export-columns.js';
import { safeText } from './safe-text.js';
import { sheetEnd, sheetPath, sheetStart, workbookParts } from './xlsx-parts.js';

/** Most signs that a cell of a spreadsheet holds. */
const longestCell = 32_767;

/** Batches of records as a workbook of one sheet, in pieces: it never stands in memory whole. */
export async function* xlsxOf(batches: AsyncIterable<readonly ImportRecordView[]>): AsyncGenerator<Buffer> {
  const packed: Buffer[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(Buffer.from(piece));
  });
  for (const [path, text] of Object.entries(workbookParts)) addFile(archive, path).push(Buffer.from(text), true);
  const sheet = addFile(archive, sheetPath);
  sheet.push(Buffer.from(sheetStart + rowOf(exportColumns.map(({ label }) => label), ' s="1"')));
  for await (const records of batches) {
    sheet.push(Buffer.from(records.map((record) => rowOf(exportColumns.map(({ value }) => value(record)))).join('')));
    yield* packed.splice(0);
  }
  sheet.push(Buffer.from(sheetEnd), true);
  archive.end();
  yield* packed.splice(0);
}

function addFile(archive: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 6 });
  archive.add(file);
  return file;
}

function rowOf(values: readonly CellValue[], style = ''): string {
  return `<row>${values.map((value) => cellOf(value, style)).join('')}</row>`;
}

function cellOf(value: CellValue, style: string): string {
  if (value === undefined || value === '') return '<c/>';
  if (typeof value === 'number') return `<c${style}><v>${value}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escaped(safeText(value).slice(0, longestCell))}</t></is></c>`;
}

/** Control characters do not exist in XML 1.0, also not as references. */
function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly the characters that XML does not have
  const possible = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return possible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
