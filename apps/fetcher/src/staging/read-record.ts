import { hash } from 'node:crypto';
import { keyOf, type RowToFields, type Source, type SourceFields } from '@gids/sources';
import type { ReadRow } from '../reading/judge-row.js';

/** A row that can be used, with the hash by which a change of it is seen. */
export interface SourceRow {
  readonly kind: 'record';
  readonly line: number;
  readonly recordId: string;
  readonly fields: SourceFields;
  readonly hash: string;
}

/** A row that cannot; `recordId` where its key can still be read, so that its record does not seem to have vanished. */
export interface UnusableRow {
  readonly kind: 'unusable';
  readonly line: number;
  readonly recordId: string | undefined;
  readonly code: string;
  readonly field: string;
  readonly value: string;
  readonly message: string;
  /** The source itself says that the organisation is gone: this row does not keep it (R96). */
  readonly gone: boolean;
}

/** Reads rows of one file as records of one source. */
export class RecordReader {
  private readonly keyColumn: string;
  /** Where a row may be about a person, a row that cannot be read may hold anything: it is not passed on (N34). */
  private readonly withholdsCells: boolean;

  constructor(
    private readonly source: Source,
    private readonly toFields: RowToFields,
  ) {
    this.keyColumn = source.columns.find((column) => column.use === 'key')?.name ?? '';
    this.withholdsCells = source.minimise !== undefined;
  }

  read(row: ReadRow): SourceRow | UnusableRow {
    const fields = this.toFields(row.cells);
    const recordId = keyOf(this.source, fields) ?? '';
    const validKey = this.source.keyPattern.test(recordId);
    const unusable = { kind: 'unusable', line: row.line, recordId: validKey ? recordId : undefined, gone: false } as const;
    if (row.problem) return { ...unusable, ...row.problem, value: this.withholdsCells ? '' : row.problem.value };
    if (!validKey) return { ...unusable, ...this.keyProblem(row.line, recordId) };
    const reason = this.source.deregistered?.(fields);
    if (reason) return { ...unusable, code: 'deregistered', field: '', value: recordId, message: `Regel ${row.line}: ${reason}`, gone: true };
    return { kind: 'record', line: row.line, recordId, fields, hash: this.hashOf(fields) };
  }

  private keyProblem(line: number, value: string) {
    const { keyColumn: field } = this;
    const message =
      value === ''
        ? `Regel ${line}: kolom ${field} is leeg; zonder BronID kan de regel niet worden verwerkt.`
        : `Regel ${line}: ${field} "${beginOf(value, 50)}" heeft niet de vorm van een BronID van deze bron.`;
    return { code: value === '' ? 'missingKey' : 'invalidKey', field, value: beginOf(value, 200), message };
  }

  /** With the version of the mapping in it, a new mapping makes every row a changed one. */
  private hashOf(fields: SourceFields): string {
    return hash('sha256', `${this.source.mappingVersion}\n${JSON.stringify(fields)}`, 'base64url');
  }
}

/** Half a character at the cut could not be stored. */
function beginOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
