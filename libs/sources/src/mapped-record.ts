import type { Address, OrganisationContent, OrganisationKind, ProductContent, ProductKind } from '@gids/contracts';
import type { ReadableField, RowReader } from './row-reader.js';
import type { MappedRecord } from './source.js';

type Identifier = OrganisationContent['identifiers'][number];

/** What a mapping read of one row; what is undefined was blank or could not be used. */
export interface ContentDraft {
  readonly kind: OrganisationKind | undefined;
  readonly name: string | undefined;
  readonly visitAddress?: Address | undefined;
  readonly postalAddress?: Address | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
  readonly identifiers: readonly (Identifier | undefined)[];
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** What a mapping read of a row that is a product. */
export interface ProductDraft extends Omit<{ readonly [Field in keyof ProductContent]?: ProductContent[Field] | undefined }, 'attributes'> {
  readonly kind: ProductKind | undefined;
  readonly name: string | undefined;
}

/** Marks that spreadsheets leave where a value was lost (RELIABILITY c1 row 39). */
const spreadsheetError = /^#(?:N\/?[AB]|VERW!|REF!|WAARDE!|VALUE!|NAAM\?|NAME\?|DEEL\/0!|DIV\/0!)$/i;
const longestName = 500;
const longestAttribute = 500;

/** Reads the name; without one there is no organisation, or no product, and that is said here (A34). */
export function readName(row: RowReader, field: ReadableField, what: 'organisatie' | 'product' = 'organisatie'): string | undefined {
  if (row.text(field.column) === undefined) row.missing(field, `zonder naam kan geen ${what} worden gemaakt.`);
  return row.required(field, (value) => (isName(value) ? value : undefined));
}

function isName(value: string): boolean {
  return value.length <= longestName && /[\p{L}\p{N}]/u.test(value) && !spreadsheetError.test(value);
}

/** Reads a text as it stands, for an attribute. */
export function attributeText(value: string): string | undefined {
  return value.length <= longestAttribute ? value : undefined;
}

/** Reads a value that must have one form, for an identifier or a code. */
export function ofForm(form: RegExp): (value: string) => string | undefined {
  return (value) => (form.test(value) ? value : undefined);
}

/** Reads the four digits of a municipality; some files lose the leading zero. */
export function municipalityCode(value: string): string | undefined {
  return /^[0-9]{1,4}$/.test(value) ? value.padStart(4, '0') : undefined;
}

/** Reads a number of things, such as places. */
export function wholeNumber(value: string): number | undefined {
  return /^[0-9]{1,5}$/.test(value) ? Number(value) : undefined;
}

/** Reads an amount in euros, with or without cents (`12,50`), as euro cents. */
export function euroCents(value: string): number | undefined {
  const [, euros, cents = '00'] = /^(?:€ ?)?([0-9]{1,9})(?:,([0-9]{2}))?$/.exec(value) ?? [];
  return euros === undefined ? undefined : Number(euros + cents);
}

/** A number that another register gave; nothing when its value is not there. */
export function identifier(scheme: Identifier['scheme'], value: string | undefined): Identifier | undefined {
  return value === undefined ? undefined : { scheme, value };
}

/** Closes a mapping: the organisation, when kind and name are known, and everything that was found wrong. */
export function mappedRecord(row: RowReader, draft: ContentDraft, makeVisible = true): MappedRecord {
  const { kind, name, identifiers, attributes, ...contact } = draft;
  if (!kind || !name) return { makeVisible, issues: row.issues };
  const organisation = {
    kind,
    name,
    ...present(contact),
    identifiers: identifiers.filter((one) => one !== undefined),
    attributes: present(attributes) as Record<string, string>,
  };
  return { organisation, makeVisible, issues: row.issues };
}

/** Closes the mapping of a row that is a product: the product, when kind and name are known, and everything that was found wrong. */
export function mappedProductRow(row: RowReader, draft: ProductDraft, organisationRecordId: string | undefined): MappedRecord {
  const { kind, name, ...facts } = draft;
  const product = kind && name ? { product: { kind, name, ...present(facts), attributes: {} } as ProductContent } : {};
  return { makeVisible: true, issues: row.issues, productRow: { ...product, ...(organisationRecordId !== undefined && { organisationRecordId }) } };
}

function present<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}
