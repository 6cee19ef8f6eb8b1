import { Readable, pipeline } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { csvDialect, maxRowLength } from './csv-dialect.js';
import { decodeBytes } from './decode-bytes.js';
import { FileRefused } from './file-refused.js';
import { judgeRow, type ReadRow } from './judge-row.js';
import { texts } from './reading-texts.js';
import { checkRowTotals, type CsvLayout } from './whole-file-checks.js';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * Reads the rows of a file that passed `checkWholeFile`, in batches, at the pace of who takes them; memory does not
 * grow with the file. A bad row comes with its `problem`; what spoils the whole file is thrown, sometimes only
 * after the last batch, so stage what you take and apply it when the loop has ended.
 *
 * @param bytes the same bytes that were inspected.
 * @param batchSize rows in a batch; the last may have fewer.
 * @throws FileRefused NOT_CSV when a quote swallows rows, TRUNCATED when the last row is short, EMPTY without rows,
 *   TOO_MANY_BAD_ROWS. An error of `bytes` itself is passed on as it is.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  layout: CsvLayout,
  batchSize = 1000,
): AsyncGenerator<readonly ReadRow[], void> {
  const totals = new Totals();
  let batch: ReadRow[] = [];
  for await (const parsed of parseRecords(bytes, layout)) {
    const row = judgeRow(lineOf(parsed.info), parsed.record, layout);
    totals.add(row);
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  totals.check(layout);
}

class Totals {
  #read = 0;
  #bad = 0;
  #last: ReadRow | undefined;

  add(row: ReadRow): void {
    this.#read++;
    if (row.problem) this.#bad++;
    this.#last = row;
  }

  check({ header }: CsvLayout): void {
    const last = this.#last;
    if (last && last.cells.length < header.length) {
      const message = texts.lastRowShort(last.line, last.cells.length, header.length);
      throw new FileRefused('TRUNCATED', message, { line: last.line });
    }
    checkRowTotals({ read: this.#read, bad: this.#bad });
  }
}

async function* parseRecords(bytes: AsyncIterable<Uint8Array>, layout: CsvLayout): AsyncGenerator<ParsedRecord, void> {
  const parser = parse({ ...csvDialect(layout.delimiter), info: true, from: 2 });
  // What goes wrong upstream destroys the parser with that error, and so reaches the loop below.
  pipeline(Readable.from(decodeBytes(bytes, layout.facts)), parser, () => undefined);
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) yield parsed;
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
}

/**
 * No source of ours has a line break inside a value, so each record is one line. When the lines run ahead of the
 * records, an unbalanced quote has swallowed rows, which the parser itself takes for a long value (RELIABILITY §0, 12).
 */
function lineOf(info: Info): number {
  const line = info.records + info.empty_lines;
  if (info.lines !== line) throw new FileRefused('NOT_CSV', texts.rowSpansLines(line), { line });
  return line;
}

function refusalOf(error: CsvError): Error {
  const line = Number(error['records']) + Number(error['empty_lines']) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FileRefused('NOT_CSV', texts.quoteNotClosed(line), { line });
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileRefused('NOT_CSV', texts.rowTooLong(line, maxRowLength), { line });
  }
  return error;
}
