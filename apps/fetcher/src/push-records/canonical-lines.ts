import type { DeliveredRecord, Problem } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import type { Column } from '@gids/sources';

type Fault = NonNullable<Problem['errors']>[number];

/** Most faults that are told at once: a script with a wrong column has it in every record. */
const mostFaults = 100;

/** Records as lines of the file that the source itself would publish, or everything that is wrong with them. */
export type CanonicalLines = { readonly lines: string } | { readonly faults: readonly Fault[] };

/** @returns the header of the file that a source publishes: all its columns under their names of today */
export function canonicalHeader(columns: readonly Column[]): string {
  return lineOf(columns.map(({ name }) => name));
}

/**
 * Records by the column names of a source, as lines of its file. Values of columns that the source ignores are left out
 * here: they are not stored (N35).
 * @returns the faults, with the place of each as a JSON pointer, where a name is none of the source's or stands twice (c3 75)
 */
export function canonicalLines(columns: readonly Column[], records: readonly DeliveredRecord[]): CanonicalLines {
  const known = new Map(columns.flatMap((column, at) => [column.name, ...(column.aliases ?? [])].map((name) => [fold(name), at] as const)));
  const faults: Fault[] = [];
  const lines = records.map((record, index) => {
    const values = columns.map(() => '');
    const filled = new Set<number>();
    for (const [name, value] of Object.entries(record)) {
      const at = known.get(fold(name));
      const fault = at === undefined ? unknown(name) : filled.has(at) ? twice(name, columns[at]?.name ?? '') : undefined;
      if (fault) faults.push({ field: `records/${index}/${pointerPart(name)}`, ...fault });
      if (at === undefined) continue;
      filled.add(at);
      if (columns[at]?.use !== 'ignored') values[at] = value ?? '';
    }
    return lineOf(values);
  });
  return faults.length > 0 ? { faults: faults.slice(0, mostFaults) } : { lines: lines.join('') };
}

function unknown(name: string): Omit<Fault, 'field'> {
  return { code: 'onbekendeKolom', message: `De bron heeft geen kolom "${name}". Laat haar weg of controleer de spelling.` };
}

function twice(name: string, column: string): Omit<Fault, 'field'> {
  return { code: 'herhaald', message: `"${name}" is kolom "${column}", en die staat al in dit record.` };
}

function lineOf(values: readonly string[]): string {
  return `${values.map(quoted).join(';')}\r\n`;
}

/** A line break becomes the blank that cleaning makes of it anyway: in a file it looks like a row that swallows others. */
function quoted(value: string): string {
  const oneLine = value.replace(/[\r\n]+/g, ' ');
  return /[";]/.test(oneLine) ? `"${oneLine.replaceAll('"', '""')}"` : oneLine;
}

function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
