import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { csvDialect, type Delimiter } from './csv-dialect.js';
import { FileRefused } from './file-refused.js';
import { texts } from './reading-texts.js';

/**
 * Column names as the file writes them.
 *
 * @throws FileRefused NOT_CSV for a quote that does not close, HEADER_CHANGED for a name that occurs twice: which
 *   of the two is meant cannot be known (RELIABILITY c1, 18).
 */
export function readHeader(headerLine: string, delimiter: Delimiter): readonly string[] {
  const header = headerCells(headerLine, delimiter);
  const known = header.map((name) => name.trim().toLowerCase());
  const twice = header.find((_, index) => known[index] !== '' && known.indexOf(known[index] ?? '') < index);
  if (twice !== undefined) throw new FileRefused('HEADER_CHANGED', texts.columnTwice(twice), { columns: [twice] });
  return header;
}

function headerCells(headerLine: string, delimiter: Delimiter): readonly string[] {
  try {
    const [header = []] = parse(headerLine, csvDialect(delimiter));
    return header;
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused('NOT_CSV', texts.quoteNotClosed(1));
    throw error;
  }
}
