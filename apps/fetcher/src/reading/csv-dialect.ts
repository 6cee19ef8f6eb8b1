import type { Options } from 'csv-parse';

export type Delimiter = ';' | ',';

/** Longest value that a column of an address register can need; a longer one spoils its row. */
export const maxCellLength = 10_000;

/** Beyond this length a row is no row: most likely a quote was never closed. */
export const maxRowLength = 1_000_000;

/**
 * What our sources mean by CSV. Quote is `"` only: names and towns begin with an apostrophe (FORMATS §2.3).
 * A stray quote inside a value stays text, as in `19" buis`: refusing the row would hide an organisation for
 * as long as the publisher keeps the typing mistake. Row lengths are judged by us, one by one.
 */
export function csvDialect(delimiter: Delimiter): Options {
  return {
    delimiter,
    quote: '"',
    escape: '"',
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_empty_lines: true,
    max_record_size: maxRowLength,
  };
}
