import { cleanText, fold } from '@gids/normalisation';
import { nearestName } from './nearest-name.js';
import type { Column } from './source.js';

/** One thing about a header that people must know. */
export interface HeaderFinding {
  readonly kind: 'missing' | 'duplicate' | 'unknown';
  /** Name of the column: ours when it is missing, the file's otherwise; empty for a column without a name. */
  readonly column: string;
  /** The name on the other side that looks most like it. */
  readonly nearest?: string;
  /** One Dutch sentence. */
  readonly message: string;
}

/** How the header of one file answers to the columns of its source. */
export interface ResolvedHeader {
  /** Where in a row the key and the mapped columns stand, by current column name. */
  readonly positions: ReadonlyMap<string, number>;
  /** Reasons to refuse the file (HEADER_CHANGED): a missing column is never taken for an empty one. */
  readonly refusals: readonly HeaderFinding[];
  /** Columns that the source does not list: the run goes on, people are told once. */
  readonly notes: readonly HeaderFinding[];
}

/**
 * Finds the columns of a source in the header of a file, by name or earlier name; case,
 * surrounding blanks, a BOM and the order of the columns do not matter (RELIABILITY c1 rows 15 to 20).
 */
export function resolveHeader(columns: readonly Column[], header: readonly string[]): ResolvedHeader {
  const names = header.map(cleanText);
  const known = columnsByName(columns);
  const found = names.map((name) => known.get(fold(name)));
  const unknown = names.filter((_, at) => !found[at]);
  const positions = new Map<string, number>();
  found.forEach((column, at) => column && column.use !== 'ignored' && positions.set(column.name, at));
  return {
    positions,
    refusals: [...missing(columns, new Set(found), unknown), ...duplicates(names, found)],
    notes: names.flatMap((name, at) => (found[at] ? [] : [unknownColumn(name, at, columns)])),
  };
}

function columnsByName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.flatMap((column) => [column.name, ...(column.aliases ?? [])].map((name) => [fold(name), column] as const)));
}

function missing(columns: readonly Column[], found: ReadonlySet<Column | undefined>, unknown: readonly string[]): HeaderFinding[] {
  const gone = columns.filter((column) => (column.required || column.use === 'key') && !found.has(column));
  return gone.map(({ name }) => {
    const nearest = nearestName(name, unknown);
    const hint = nearest ? ` Het bestand heeft wel "${nearest}".` : '';
    return { kind: 'missing', column: name, ...(nearest && { nearest }), message: `Kolom "${name}" ontbreekt in het bestand.${hint}` };
  });
}

/** Two spellings of one column count as the same name: which of the two would hold the value? */
function duplicates(names: readonly string[], found: readonly (Column | undefined)[]): HeaderFinding[] {
  const identities = names.map((name, at) => found[at]?.name ?? fold(name));
  const again = identities.filter((identity, at) => identity !== '' && identities.indexOf(identity) < at);
  return [...new Set(again)].map((identity) => {
    const column = names[identities.indexOf(identity)] ?? identity;
    return { kind: 'duplicate', column, message: `Kolom "${column}" komt meer dan eens voor in het bestand.` };
  });
}

function unknownColumn(name: string, at: number, columns: readonly Column[]): HeaderFinding {
  if (name === '') return { kind: 'unknown', column: '', message: `Kolom ${at + 1} heeft geen naam en wordt genegeerd.` };
  const nearest = nearestName(name, columns.map((column) => column.name));
  const hint = nearest ? ` De naam lijkt op "${nearest}".` : '';
  return {
    kind: 'unknown',
    column: name,
    ...(nearest && { nearest }),
    message: `Kolom "${name}" is onbekend bij deze bron en wordt genegeerd.${hint}`,
  };
}
