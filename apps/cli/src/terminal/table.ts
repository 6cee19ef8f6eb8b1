import { cut, printable, widthOf } from './printable.js';
import { unpainted, type Paint, type Tone } from './tone.js';

/** One column of a list, for people and for scripts. */
export interface Column<Row> {
  readonly title: string;
  /** What a person reads. */
  readonly text: (row: Row) => string;
  /** What a script reads, where that differs: a code, a bare number, a moment in RFC 3339. */
  readonly code?: (row: Row) => string;
  readonly alignRight?: boolean;
  /** May be shortened when the terminal is too narrow. */
  readonly elastic?: boolean;
  readonly tone?: (row: Row) => Tone | undefined;
}

/** A table whose column widths are settled, so that more pages of rows can follow. */
export interface Table<Row> {
  readonly header: string;
  line(row: Row): string;
}

const gap = '  ';
const narrowest = 8;

/** A row for a script: values with a tab between them, no header. */
export function tabbedLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return columns.map((column) => printable((column.code ?? column.text)(row))).join('\t');
}

/**
 * Settles the width of every column by its title and these rows.
 * @param width columns of the terminal; elastic columns give way until the table fits
 */
export function layOutTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number, paint: Paint = unpainted): Table<Row> {
  const widths = fit(columns, naturalWidths(columns, rows), width);
  const line = (texts: readonly string[], tones: readonly (Tone | undefined)[]): string =>
    columns
      .map((column, index) => cell(column, texts[index] ?? '', widths[index] ?? 0))
      .map((padded, index) => painted(padded, tones[index], paint))
      .join(gap)
      .trimEnd();
  return {
    header: line(columns.map(({ title }) => title), columns.map(() => 'strong')),
    line: (row) => line(columns.map((column) => printable(column.text(row))), columns.map((column) => column.tone?.(row))),
  };
}

/** An id or a figure that turns out longer than its column moves the rest of the line, rather than lose its end. */
function cell<Row>({ elastic, alignRight }: Column<Row>, text: string, width: number): string {
  const shown = elastic ? cut(text, width) : text;
  const space = ' '.repeat(Math.max(width - widthOf(shown), 0));
  return alignRight ? space + shown : shown + space;
}

const painted = (text: string, tone: Tone | undefined, paint: Paint): string => (tone ? paint(tone, text) : text);

function naturalWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): number[] {
  return columns.map((column) => rows.reduce((widest, row) => Math.max(widest, widthOf(printable(column.text(row)))), widthOf(column.title)));
}

/** Takes a column at a time from the widest elastic one, so that long texts give way before short ones. */
function fit<Row>(columns: readonly Column<Row>[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1)) - width;
  while (excess > 0) {
    const elastic = columns.map((column, index) => (column.elastic ? (widths[index] ?? 0) : 0));
    const widest = Math.max(...elastic);
    if (widest <= narrowest) break;
    widths[elastic.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
