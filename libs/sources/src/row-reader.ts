import type { Issue } from '@gids/contracts';
import type { SourceFields } from './source.js';
import type { ValueTable } from './value-table.js';

/** One column and what people call it. */
export interface NamedField {
  /** The column's name in {@link SourceFields}. */
  readonly column: string;
  /** With a capital: `Internetadres`. */
  readonly label: string;
}

/** A column whose values must have some form. */
export interface ReadableField extends NamedField {
  /** What its values must be, to follow "is geen": `geldig webadres`. */
  readonly expected: string;
}

type Read<T> = (value: string) => T | undefined;

const longestIssueValue = 200;
const longestQuote = 100;

/**
 * Reads the fields of one row and keeps what is wrong with them. Every filled value ends up in
 * one of three ways: used, left out with a warning, or missing with an error (strict interpretation).
 */
export class RowReader {
  readonly #issues: Issue[] = [];

  constructor(private readonly fields: SourceFields) {}

  /** What was found wrong so far. */
  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** The value of a column as the source wrote it; undefined when blank. */
  text(column: string): string | undefined {
    return this.fields[column];
  }

  /** An optional value: left out with a warning when it cannot be used (R26 as decided). */
  optional<T>(field: ReadableField, read: Read<T>): T | undefined {
    return this.read(field, read, 'warning');
  }

  /** A required value: an error when it is filled and cannot be used. That it is blank, validation says. */
  required<T>(field: ReadableField, read: Read<T>): T | undefined {
    return this.read(field, read, 'error');
  }

  /** A value that is used or reported with the given severity. */
  read<T>(field: ReadableField, read: Read<T>, severity: Issue['severity']): T | undefined {
    const value = this.text(field.column);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) this.unusable(field, severity);
    return result;
  }

  /** Reports a filled value that cannot be used, or not wholly. */
  unusable(field: ReadableField, severity: Issue['severity']): void {
    const finding = `${field.label} ${quoted(this.text(field.column))} is geen ${field.expected}`;
    const outcome = severity === 'warning' ? ' en is weggelaten.' : '. Alleen de bron kan dit herstellen.';
    this.report(severity, 'unusableValue', field, finding + outcome);
  }

  /** A value of a table: an error when the table does not know it (R5). */
  lookup<T>(field: NamedField, table: ValueTable<T>): T | undefined {
    const value = this.text(field.column);
    if (value === undefined) return undefined;
    const meaning = table(value);
    if (meaning === undefined) this.unknown(field);
    return meaning;
  }

  /** Reports a value that its table does not know. */
  unknown(field: NamedField): void {
    const finding = `${field.label} ${quoted(this.text(field.column))} (kolom ${field.column}) is een onbekende waarde`;
    this.report('error', 'unknownValue', field, `${finding}; laat die opnemen in de waardetabel van deze bron.`);
  }

  /** Reports a blank field without which nothing can be made of the row. */
  missing(field: NamedField, consequence: string): void {
    this.report('error', 'missingValue', field, `${field.label} (kolom ${field.column}) is leeg: ${consequence}`);
  }

  /** Adds an issue about a field. */
  report(severity: Issue['severity'], code: string, field: NamedField, message: string): void {
    const value = cut(this.text(field.column) ?? '', longestIssueValue);
    this.#issues.push({ severity, code, field: field.column, value, message });
  }
}

function quoted(value = ''): string {
  return `"${cut(value, longestQuote)}"`;
}

/** Never ends in half a surrogate pair: databases refuse those. */
function cut(value: string, length: number): string {
  return value.slice(0, length).replace(/\p{Cs}$/u, '');
}
