import { cleanText } from '@gids/normalisation';
import type { ResolvedHeader } from './header.js';
import type { Source, SourceFields } from './source.js';

/** Turns the cells of one row into the fields that may leave the fetcher. */
export type RowToFields = (cells: readonly string[]) => SourceFields;

/**
 * Makes the reader of the rows under one header. Its fields are cleaned and in the order of the
 * source, blanks are left out, columns that are not mapped never appear, and what may not be
 * processed further is dropped (N35): so they differ only when something meaningful differs (FORMATS §7).
 */
export function rowToFields(source: Source, header: ResolvedHeader): RowToFields {
  const wanted = source.columns.flatMap(({ name, wrapped = false }) => {
    const position = header.positions.get(name);
    return position === undefined ? [] : [{ name, position, wrapped }];
  });
  return (cells) => {
    const fields: Record<string, string> = {};
    for (const { name, position, wrapped } of wanted) {
      const value = cleanText(cells[position] ?? '');
      const content = wrapped ? unwrap(value) : value;
      if (content !== '') fields[name] = content;
    }
    return source.minimise?.(fields) ?? fields;
  };
}

/** The bronID of a row: text as the source writes it, zeros included (R18); undefined when blank. */
export function keyOf(source: Source, fields: SourceFields): string | undefined {
  const key = source.columns.find((column) => column.use === 'key');
  return key && fields[key.name];
}

/** Apostrophes come off only when both ends carry them, so `'t Kompas` keeps its own. */
function unwrap(value: string): string {
  return cleanText(/^'+(.*?)'+$/.exec(value)?.[1] ?? value);
}
