import type { Delimiter } from './csv-dialect.js';
import { detectDelimiter } from './detect-delimiter.js';
import type { EncodingFault, FileFacts } from './file-facts.js';
import { FileRefused } from './file-refused.js';
import { readHeader } from './read-header.js';
import { texts } from './reading-texts.js';

/** One reason, in Dutch, why a header cannot be used, and the column it is about. */
export interface HeaderObjection {
  readonly column: string;
  readonly message: string;
}

export interface FileExpectations {
  /** Judges the column names, as written, against those of the source; no objections: the header is fine. */
  readonly judgeHeader: (header: readonly string[]) => readonly HeaderObjection[];
  /** Length that the sender announced for the bytes as received, not for a compressed form of them. */
  readonly declaredBytes?: number;
  /** DUO and LRK files always end with a line break, so one without is cut off; `optional` for other publishers. */
  readonly finalNewline?: 'required' | 'optional';
}

/** All that reading the rows takes. */
export interface CsvLayout {
  readonly facts: FileFacts;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
}

/** How the rows of a file turned out. */
export interface RowTotals {
  readonly read: number;
  readonly bad: number;
}

/** Above this share of unreadable rows the file is refused (RELIABILITY c5, 3). */
export const badRowPercentage = 10;

/**
 * Judges a file before its first row is read.
 *
 * @throws FileRefused EMPTY, NOT_CSV, TRUNCATED, ENCODING or HEADER_CHANGED.
 */
export function checkWholeFile(facts: FileFacts, expected: FileExpectations): CsvLayout {
  checkKind(facts);
  checkComplete(facts, expected);
  if (facts.encodingFault !== undefined) throw encodingRefusal(facts.encodingFault);
  const { delimiter, headerLine } = findDelimiter(facts);
  const header = readHeader(headerLine, delimiter);
  const objections = expected.judgeHeader(header);
  if (objections.length > 0) throw headerRefusal(objections);
  return { facts, delimiter, header };
}

/**
 * Judges the rows after the last one was read and before any is applied. {@link readRows} calls it; call it again
 * when rows turned out bad for other reasons, such as an impossible key.
 *
 * @throws FileRefused EMPTY without rows, TOO_MANY_BAD_ROWS above {@link badRowPercentage}.
 */
export function checkRowTotals({ read, bad }: RowTotals): void {
  if (read === 0) throw new FileRefused('EMPTY', texts.onlyHeader());
  if (bad * 100 > read * badRowPercentage) {
    throw new FileRefused('TOO_MANY_BAD_ROWS', texts.tooManyBadRows(bad, read, badRowPercentage), { bad, read });
  }
}

function checkKind({ kind, bytes }: FileFacts): void {
  if (kind === 'text') return;
  if (kind === 'empty') throw new FileRefused('EMPTY', bytes === 0 ? texts.noBytes() : texts.onlyBlanks(), { bytes });
  if (kind === 'utf-16') throw new FileRefused('ENCODING', texts.utf16(), { byte: 0, line: 1 });
  throw new FileRefused('NOT_CSV', texts.otherKind(kind), { kind });
}

function checkComplete(facts: FileFacts, { declaredBytes, finalNewline = 'required' }: FileExpectations): void {
  const { bytes, lines, endsWithNewline } = facts;
  if (declaredBytes !== undefined && declaredBytes !== bytes) {
    throw new FileRefused('TRUNCATED', texts.wrongLength(declaredBytes, bytes), { declaredBytes, bytes });
  }
  if (finalNewline === 'required' && !endsWithNewline) {
    throw new FileRefused('TRUNCATED', texts.noFinalNewline(lines), { line: lines, bytes });
  }
}

function encodingRefusal({ reason, place }: EncodingFault): FileRefused {
  const sentences = { nul: texts.nulInHeader, mixed: texts.mixedEncodings, undefinedByte: texts.undefinedByte };
  return new FileRefused('ENCODING', sentences[reason](place), { ...place });
}

function headerRefusal(objections: readonly HeaderObjection[]): FileRefused {
  const sentence = texts.headerChanged(objections.map(({ message }) => message));
  return new FileRefused('HEADER_CHANGED', sentence, { columns: objections.map(({ column }) => column) });
}

function findDelimiter({ headerLine }: FileFacts): { headerLine: string; delimiter: Delimiter } {
  if (headerLine === undefined) throw new FileRefused('NOT_CSV', texts.headerTooLong());
  const delimiter = detectDelimiter(headerLine);
  if (delimiter === undefined) throw new FileRefused('NOT_CSV', texts.noDelimiter(headerLine));
  return { headerLine, delimiter };
}
