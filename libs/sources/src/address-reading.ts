import type { Address, Issue } from '@gids/contracts';
import { type AddressLine, displayTown, normalisePostcode, parseHouseNumber, splitAddressLine } from '@gids/normalisation';
import type { ReadableField, RowReader } from './row-reader.js';

interface AddressFields {
  /** What people call the whole address, with a capital. */
  readonly label: string;
  readonly postcode: string;
  readonly town: string;
  /** A required address makes errors where an optional one makes warnings. */
  readonly required: boolean;
}

/** Columns of an address with street and house number apart (DUO). */
export interface SplitAddressFields extends AddressFields {
  readonly street: string;
  readonly houseNumber: string;
}

/** Columns of an address with street and house number in one (LRK). */
export interface LineAddressFields extends AddressFields {
  readonly line: string;
}

const longestPart = 200;

/** Reads an address whose street and house number have columns of their own (N27). */
export function readAddress(row: RowReader, fields: SplitAddressFields): Address | undefined {
  const severity = severityOf(fields);
  const street = row.read(field(fields.street, `${fields.label}: straat`, 'straatnaam'), streetName, severity);
  const houseNumber = field(fields.houseNumber, `${fields.label}: huisnummer`, 'geldig huisnummer');
  const number = row.read(houseNumber, parseHouseNumber, severity);
  return complete(row, fields, [fields.street, fields.houseNumber], street === undefined ? undefined : { street, ...number });
}

/** Reads an address whose street and house number share a column (N27). */
export function readAddressLine(row: RowReader, fields: LineAddressFields): Address | undefined {
  const line = field(fields.line, fields.label, 'straat met huisnummer');
  const read = (value: string) => (value.length <= longestPart ? splitAddressLine(value) : undefined);
  const split = row.read(line, read, severityOf(fields));
  if (split && !split.houseNumber && fields.required) row.unusable(line, 'error');
  return complete(row, fields, [fields.line], split);
}

/** Street and town make an address; a half one is reported, for its values are lost. */
function complete(row: RowReader, fields: AddressFields, lineColumns: readonly string[], line: AddressLine | undefined): Address | undefined {
  const severity = severityOf(fields);
  const postcode = row.read(field(fields.postcode, `${fields.label}: postcode`, 'geldige postcode'), normalisePostcode, severity);
  const town = row.read(field(fields.town, `${fields.label}: plaats`, 'plaatsnaam'), townName, severity);
  if (line && town) return { ...line, ...(postcode && { postcode }), town };
  reportHalf(row, fields, lineColumns);
  return undefined;
}

function reportHalf(row: RowReader, fields: AddressFields, lineColumns: readonly string[]): void {
  const isBlank = (column: string) => row.text(column) === undefined;
  const [blank] = [lineColumns[0] ?? '', fields.town].filter(isBlank);
  const nothingGiven = [...lineColumns, fields.postcode, fields.town].every(isBlank);
  if (nothingGiven || blank === undefined) return;
  const outcome = fields.required ? 'Alleen de bron kan dit herstellen.' : 'Het adres is weggelaten.';
  const message = `${fields.label} is onvolledig: kolom ${blank} is leeg. ${outcome}`;
  row.report(severityOf(fields), 'incompleteAddress', { column: blank, label: fields.label }, message);
}

function field(column: string, label: string, expected: string): ReadableField {
  return { column, label, expected };
}

function severityOf({ required }: AddressFields): Issue['severity'] {
  return required ? 'error' : 'warning';
}

function streetName(value: string): string | undefined {
  return value.length <= longestPart && /\p{L}/u.test(value) ? value : undefined;
}

function townName(value: string): string | undefined {
  const town = displayTown(value);
  return town.length <= longestPart && /\p{L}/u.test(town) ? town : undefined;
}
