import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { directoryLines, directorySize } from './directory.ts';
import { duoPo } from './duo-po.ts';
import { lrk } from './lrk.ts';
import type { Row, SourceFormat } from './source-format.ts';

/** The formats a file can be made in, by the name of their source. */
export const formats: Readonly<Record<string, SourceFormat>> = { lrk, 'duo-po': duoPo };

/** What a made file looks like. */
export interface FileRecipe {
  readonly format: SourceFormat;
  readonly rows: number;
  readonly seed: number;
  /** Share of the rows, in per cent, that differ in one kept field from the file with 0. */
  readonly changedPercentage: number;
  /** Last record first: every byte moves, no record differs. */
  readonly reversed: boolean;
}

/** True for exactly `percentage` per cent of the rows, spread evenly over the file. */
export function isChanged(index: number, percentage: number): boolean {
  return Math.floor(((index + 1) * percentage) / 100) > Math.floor((index * percentage) / 100);
}

/** The records of the file, one by one, so that a file of any size is made in the same memory. */
export function* rowsOf({ format, rows, seed, changedPercentage, reversed }: FileRecipe): Generator<Row> {
  for (let position = 0; position < rows; position++) {
    const index = reversed ? rows - 1 - position : position;
    const row = format.row(seed, index);
    yield isChanged(index, changedPercentage) ? format.changed(row, seed, index) : row;
  }
}

function* linesOf(recipe: FileRecipe): Generator<string> {
  yield (recipe.format.byteOrderMark ? '\uFEFF' : '') + recipe.format.columns.join(';');
  for (const row of rowsOf(recipe)) yield row.join(';');
}

/** Joins lines to pieces of some 64 KiB, each line ended by CRLF as the sources do. */
function* chunksOf(lines: Iterable<string>, encoding: BufferEncoding): Generator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += `${line}\r\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text, encoding);
    text = '';
  }
  yield Buffer.from(text, encoding);
}

/** Writes a source file; an existing file is replaced. */
export async function writeSourceFile(path: string, recipe: FileRecipe): Promise<void> {
  await pipeline(Readable.from(chunksOf(linesOf(recipe), recipe.format.encoding)), createWriteStream(path));
}

/** Writes the directory that source files are matched against; an existing file is replaced. */
export async function writeDirectoryFile(path: string, size: number = directorySize): Promise<void> {
  await pipeline(Readable.from(chunksOf(directoryLines(size), 'utf8')), createWriteStream(path));
}

const usage = `Maakt een bronbestand om mee te meten.

  node bench/data/make-file.ts --bron lrk|duo-po --rijen N --uit BESTAND [--gewijzigd PROCENT] [--herordend] [--zaad N]
  node bench/data/make-file.ts --bron gids --rijen N --uit BESTAND        de organisaties om tegen te vergelijken`;

const options = {
  bron: { type: 'string', default: '' },
  rijen: { type: 'string', default: '' },
  uit: { type: 'string', default: '' },
  gewijzigd: { type: 'string', default: '0' },
  herordend: { type: 'boolean', default: false },
  zaad: { type: 'string', default: '1' },
} as const;

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new Error(usage);
  }
}

/** The number in the option, a whole one from `from` to `to`; throws otherwise. */
function wholeNumber(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`--${option} moet een geheel getal van ${from} tot en met ${to} zijn.\n\n${usage}`);
}

/** Keys are unique up to this number of rows. */
const mostRows = 300_000;

async function main(): Promise<void> {
  const { bron, rijen, uit, gewijzigd, herordend, zaad } = readOptions();
  if (uit === '') throw new Error(`--uit ontbreekt: waar moet het bestand komen?\n\n${usage}`);
  const rows = wholeNumber('rijen', rijen, 1, mostRows);
  if (bron === 'gids') return writeDirectoryFile(uit, rows);
  const format = formats[bron];
  if (!format) throw new Error(`Bron "${bron}" is onbekend; kies uit gids, ${Object.keys(formats).join(', ')}.`);
  const changedPercentage = wholeNumber('gewijzigd', gewijzigd, 0, 100);
  await writeSourceFile(uit, { format, rows, seed: wholeNumber('zaad', zaad, 0, 1_000_000), changedPercentage, reversed: herordend });
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
