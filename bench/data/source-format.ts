/** The values of one record, in the order of the columns. */
export type Row = readonly string[];

/** A source's file format, and how to make rows in it. */
export interface SourceFormat {
  /** Name of the source as in the importer: `lrk`, `duo-po`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly encoding: 'utf8' | 'latin1';
  readonly byteOrderMark: boolean;
  /** The key of the record with this number: no two numbers below 300,000 share one. */
  key(index: number): string;
  /** The record with this number; the same arguments always give the same record. */
  row(seed: number, index: number): Row;
  /** The record as it looks after a change in a field that an importer keeps. */
  changed(original: Row, seed: number, index: number): Row;
}
