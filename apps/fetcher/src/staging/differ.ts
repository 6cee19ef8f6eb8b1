import type { Sql } from '@gids/persistence';
import type { Source } from '@gids/sources';
import { describeRecord } from './describe-record.js';
import type { SourceRow, UnusableRow } from './read-record.js';
import { pairRenumbered } from './renumbering.js';
import { SeenRecords } from './seen-records.js';
import { compareRecords, presentRecords, unknownRecord, type Known } from './source-records.js';
import { findStagedRecords, stageRows, type StagedRow } from './staged-row.js';

const vanishedPage = 5_000;

/**
 * Compares a file with what was sent before and stages the difference: new, changed, rejected and, at the
 * end, vanished rows. Unchanged rows are counted only. Memory holds one batch and two bits per record.
 */
export class Differ {
  /** Records that the file holds, in whatever state: they have not vanished. */
  private readonly present = new SeenRecords();
  /** Records of which a usable row was taken: the next one is a repeat. */
  private readonly taken = new SeenRecords();
  private position = 0;
  private rows = 0;
  private bad = 0;
  private altered = 0;

  /** @param full sends unchanged rows as well */
  constructor(
    private readonly runId: string,
    private readonly source: Source,
    private readonly full: boolean,
  ) {}

  /** Counts and stages one batch of the file. */
  async take(sql: Sql, rows: readonly (SourceRow | UnusableRow)[]): Promise<void> {
    const known = await compareRecords(
      sql,
      this.source.id,
      rows.map((row) => row.recordId ?? ''),
      rows.map((row) => (row.kind === 'record' ? row.hash : undefined)),
    );
    const newIds = rows.flatMap(({ kind, recordId }, index) => (kind === 'record' && known[index]?.ordinal === undefined ? [recordId] : []));
    const staged = await findStagedRecords(sql, this.runId, newIds);
    const found = rows.flatMap((row, index) => this.judge(row, known[index] ?? unknownRecord, staged));
    this.rows += rows.length;
    await this.stage(sql, found);
  }

  /** Stages what the file no longer holds, and tells what of it seems to have another bronID only. */
  async finish(sql: Sql): Promise<void> {
    const first = this.position;
    for await (const page of presentRecords(sql, this.source.id, vanishedPage)) {
      const gone = page.filter((record) => !this.present.has(record.ordinal));
      await this.stage(sql, gone.map(({ recordId, about }) => ({ outcome: 'vanished', recordId, about, data: { ...this.reference(), recordId } })));
    }
    if (this.position > first) await pairRenumbered(sql, this.runId, this.source.id);
  }

  get readRows(): number {
    return this.rows;
  }

  /** Rows that something is wrong with; one that says that the organisation is gone is not among them. */
  get badRows(): number {
    return this.bad;
  }

  /** Records whose own data differ from what was sent, also where all are sent again. */
  get alteredRecords(): number {
    return this.altered;
  }

  private judge(row: SourceRow | UnusableRow, known: Known, staged: Set<string>): StagedRow[] {
    // Nothing of what was erased goes any further, whatever its row says (N37).
    if (known.suppressed) return [];
    if (row.kind === 'unusable') return [this.rejected(row, known)];
    if (this.isRepeated(row, known, staged)) return [this.repeated(row)];
    if (known.same && !known.vanished && !this.full) return [];
    return [this.difference(row, known)];
  }

  private difference({ recordId, line, fields, hash }: SourceRow, known: Known): StagedRow {
    const change = known.ordinal === undefined || known.vanished ? 'added' : 'changed';
    if (change === 'changed' && !known.same) this.altered += 1;
    const about = describeRecord(this.source, fields);
    const wouldBeHidden = known.showable && !about.showable;
    return { outcome: change, recordId, hash, about, wouldBeHidden, data: { ...this.reference(), recordId, line, change, fields } };
  }

  /** The first usable row of a bronID counts, the next is reported (R14). */
  private isRepeated(row: SourceRow, known: Known, staged: Set<string>): boolean {
    if (known.ordinal === undefined) {
      const before = staged.has(row.recordId);
      staged.add(row.recordId);
      return before;
    }
    this.present.add(known.ordinal);
    return !this.taken.add(known.ordinal);
  }

  private repeated({ line, recordId }: SourceRow): StagedRow {
    this.bad += 1;
    const field = this.source.columns.find((column) => column.use === 'key')?.name ?? '';
    const message = `Regel ${line}: BronID ${recordId} staat ook op een eerdere regel; de eerste telt.`;
    return { outcome: 'rejected', recordId, data: { ...this.reference(), line, recordId, code: 'duplicateKey', field, value: recordId, message } };
  }

  /** A row that cannot be used must not make its record vanish. */
  private rejected({ line, recordId, code, field, value, message, gone }: UnusableRow, known: Known): StagedRow {
    if (known.ordinal !== undefined && !gone) this.present.add(known.ordinal);
    if (!gone) this.bad += 1;
    const data = { ...this.reference(), line, code, field, value, message, ...(recordId !== undefined && { recordId }) };
    return { outcome: 'rejected', recordId, data };
  }

  private async stage(sql: Sql, rows: readonly StagedRow[]): Promise<void> {
    await stageRows(sql, this.runId, this.position, rows);
    this.position += rows.length;
  }

  private reference() {
    return { importId: this.source.importId, sourceId: this.source.id };
  }
}
