import { sourceById, type Source } from '@gids/sources';

/** Values of one row by column name; columns that are not named are empty. */
export type Cells = Readonly<Record<string, string>>;

/** @returns a source of the registry */
export function sourceOf(id: string): Source {
  const source = sourceById(id);
  if (!source) throw new Error(`No source ${id}`);
  return source;
}

/** @returns a file as the publisher of a source makes it: all columns, semicolons, CRLF, UTF-8 */
export function fileOf(sourceId: string, rows: readonly Cells[]): Buffer {
  const names = sourceOf(sourceId).columns.map((column) => column.name);
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.join(';'));
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

/** @returns the BronID of a school that does not exist, by its number: `00ZA00`, `01ZA00`, … */
export function branchCode(number: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (Math.floor(number / 100) % 26));
  const branch = String(Math.floor(number / 2_600)).padStart(2, '0');
  return `${String(number % 100).padStart(2, '0')}Z${letter}${branch}`;
}

/** @returns the row of a primary school that does not exist */
export function school(number: number, changes: Cells = {}): Cells {
  const code = branchCode(number);
  return {
    PROVINCIE: 'Drenthe',
    INSTELLINGSCODE: code.slice(0, 4),
    VESTIGINGSCODE: code,
    VESTIGINGSNAAM: `Proefschool ${number}`,
    STRAATNAAM: 'Proefstraat',
    'HUISNUMMER-TOEVOEGING': String(number + 1),
    POSTCODE: '9311 AB',
    PLAATSNAAM: 'NIETAP',
    GEMEENTENUMMER: '1699',
    DENOMINATIE: 'Openbaar',
    ...changes,
  };
}

/** @returns the rows of the schools with these numbers, the last not included */
export function schools(from: number, to: number): Cells[] {
  return Array.from({ length: to - from }, (_, index) => school(from + index));
}
