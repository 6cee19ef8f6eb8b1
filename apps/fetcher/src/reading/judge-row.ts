import { maxCellLength } from './csv-dialect.js';
import { texts } from './reading-texts.js';
import type { CsvLayout } from './whole-file-checks.js';

/** Why a row is set aside while its neighbours go on; in the shape of a `RowRejected` event. */
export interface RowProblem {
  readonly code: 'columnCount' | 'nulCharacter' | 'cellTooLong';
  /** Column it is about; empty when it is the whole row. */
  readonly field: string;
  /** At most 200 characters, fit to be stored and shown. */
  readonly value: string;
  /** Dutch: where, what, what to do. */
  readonly message: string;
}

/** A row as it stands in the file, with the reason when it cannot be used. */
export interface ReadRow {
  /** Line of the file, counted from 1 with the header and blank lines. */
  readonly line: number;
  /** As written, blanks kept; of a bad row all that could be read, so that its key can still be looked for. */
  readonly cells: readonly string[];
  readonly problem?: RowProblem;
}

/** Says whether a row can be used: the right number of cells, none too long, none with a NUL (PostgreSQL refuses it). */
export function judgeRow(line: number, cells: readonly string[], { header, facts }: CsvLayout): ReadRow {
  const problem =
    columnCountProblem(line, cells, header) ??
    cellTooLongProblem(line, cells, header) ??
    (facts.firstNul && nulProblem(line, cells, header));
  return problem ? { line, cells, problem } : { line, cells };
}

function columnCountProblem(line: number, cells: readonly string[], header: readonly string[]): RowProblem | undefined {
  if (cells.length === header.length) return undefined;
  const message = texts.columnCount(line, cells.length, header.length);
  return { code: 'columnCount', field: '', value: excerpt(cells.slice(0, header.length).join(' | ')), message };
}

function cellTooLongProblem(line: number, cells: readonly string[], header: readonly string[]): RowProblem | undefined {
  const index = cells.findIndex((cell) => cell.length > maxCellLength);
  if (index === -1) return undefined;
  const field = header[index] ?? '';
  const message = texts.cellTooLong(line, field, maxCellLength);
  return { code: 'cellTooLong', field, value: excerpt(cells[index]), message };
}

function nulProblem(line: number, cells: readonly string[], header: readonly string[]): RowProblem | undefined {
  const index = cells.findIndex((cell) => cell.includes('\0'));
  if (index === -1) return undefined;
  const field = header[index] ?? '';
  return { code: 'nulCharacter', field, value: excerpt(cells[index]), message: texts.nulInRow(line, field) };
}

/** Without NUL and without half a surrogate pair at the cut: neither can be stored. */
function excerpt(text = ''): string {
  return text.slice(0, 200).replaceAll('\0', '␀').replace(/[\ud800-\udbff]$/, '');
}
