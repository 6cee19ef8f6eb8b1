import type { Source, SourceFields } from '@gids/sources';

/** How many of a thousand rows fill each mapped column: whole numbers, so that a drop of ten points is exactly that. */
export type FillRates = Readonly<Record<string, number>>;

/** Counts how well the mapped columns of a file are filled; a column that is emptied is seen by it (R8). */
export class FillCount {
  private readonly filled = new Map<string, number>();
  private rows = 0;

  constructor(source: Pick<Source, 'columns'>) {
    for (const { name, use } of source.columns) if (use === 'mapped') this.filled.set(name, 0);
  }

  add(fields: SourceFields): void {
    this.rows += 1;
    for (const name of Object.keys(fields)) {
      const count = this.filled.get(name);
      if (count !== undefined) this.filled.set(name, count + 1);
    }
  }

  /** @returns the rates so far; none where there was no row */
  get rates(): FillRates {
    if (this.rows === 0) return {};
    return Object.fromEntries([...this.filled].map(([name, count]) => [name, Math.round((count * 1_000) / this.rows)]));
  }
}
